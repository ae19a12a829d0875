/** What the side observes, and from where: how many of its stacks see into each hex. */
import { seesHex, sightRange } from '../../../core/rules/detection.ts';
import { hexesWithin } from '../../../core/sight.ts';
import type { OverlayCell, OverlayLine } from '../../board/contract.ts';
import { t } from '../../text/intl.ts';
import { scenarioNames } from '../../text/names.ts';
import { onMap, type Seen } from '../seen.ts';
import { type Drawn, row } from './legend.ts';

const FILLS = ['rgba(240,214,110,.3)', 'rgba(206,190,80,.4)', 'rgba(146,168,84,.5)'];
const LINE = '#3d5233';

/** Hexes with a stack of the side, by what they see into. */
export function observersOf(seen: Seen): Map<number, number[]> {
  const { game, view } = seen;
  const range = sightRange(game, view.weather);
  const posts = new Set<number>();
  for (const unit of game.bySide[seen.side]) if (onMap(seen, unit)) posts.add(view.units[unit]?.hex as number);
  const found = new Map<number, number[]>();
  for (const post of posts) {
    for (const hex of hexesWithin(post, range, game.neighbours)) {
      if (!seesHex(game, view, post, hex)) continue;
      const list = found.get(hex);
      if (list) list.push(post);
      else found.set(hex, [post]);
    }
  }
  return found;
}

/** `looked` is the hex whose observers are shown by lines, -1 for none. */
export function sightOverlay(seen: Seen, looked: number): Drawn {
  const { game, view } = seen;
  const observers = observersOf(seen);
  const cells = [...observers].map(([hex, posts]): OverlayCell => {
    const fill = FILLS[Math.min(posts.length, FILLS.length) - 1] as string;
    return { hex, fill, text: String(posts.length) };
  });
  const from = observers.get(looked)?.filter((post) => post !== looked) ?? [];
  const lines = from.map((post): OverlayLine => ({ from: post, to: looked, width: 3, colour: LINE, dash: 'long' }));
  const names = scenarioNames(game);
  const range = sightRange(game, view.weather);
  const posts = new Set([...observers.values()].flat()).size;
  const rows = [
    row(
      'plain',
      undefined,
      '',
      t('overlays.observation.range', {
        hexes: range,
        km: Math.round(range * game.hexKm),
        observed: observers.size,
        posts,
      }),
    ),
    row('fill', FILLS[0], '1', t('overlays.observation.one')),
    row('fill', FILLS[2], '3', t('overlays.observation.more')),
    row(
      'line',
      LINE,
      '',
      looked < 0
        ? t('overlays.observation.pick')
        : t('overlays.observation.from', { where: names.hexFull(looked), count: observers.get(looked)?.length ?? 0 }),
    ),
  ];
  return { overlay: { id: 'observation', cells, lines }, rows };
}
