/** History's line on the date of the turn: what each side held by then, and the dated events that this rests on. */
import type { Game } from '../../../core/game.ts';
import type { SideIndex } from '../../../core/state.ts';
import { type Front, frontOf, groundBy, knownBy } from '../../../play/front.ts';
import type { OverlayFact } from '../../board/contract.ts';
import { t } from '../../text/intl.ts';
import { formatDate, scenarioNames } from '../../text/names.ts';
import { fetchJson } from '../load.ts';
import type { Seen } from '../seen.ts';
import { type Drawn, type LegendRow, row } from './legend.ts';

const LINE = '#6a2c8c';
/** Latest facts that are numbered and told in the legend. */
const TOLD = 8;

const fronts = new Map<string, Promise<Front | null>>();

/** The front of a scenario's history, null when it has none or cannot be read. */
export function readFront(game: Game): Promise<Front | null> {
  const { id } = game.data.scenario;
  let found = fronts.get(id);
  if (!found) {
    found = fetchJson(`scenarios/${id}/history.json`).then(
      (history) => frontOf(game, history),
      () => null,
    );
    fronts.set(id, found);
  }
  return found;
}

export function pastOverlay(seen: Seen, front: Front | null): Drawn {
  const id = 'past';
  if (!front) {
    const rows = [row('plain', undefined, '', t('overlays.past.none'))];
    return { overlay: { id, cells: [], lines: [] }, rows };
  }
  const { game, view } = seen;
  const names = scenarioNames(game);
  const known = knownBy(game, front, view.turn);
  const latest = known.slice(-TOLD).reverse();
  const facts = latest.map(
    (entry, k): OverlayFact => ({
      hex: entry.hex,
      side: entry.side,
      number: k + 1,
      text: t('overlays.past.fact', { date: formatDate(entry.date, false), who: holderName(seen, entry.side) }),
      ...(entry.estimated ? { estimated: true } : {}),
    }),
  );
  const rows: LegendRow[] = [
    row('dash', LINE, '', t('overlays.past.line', { date: names.date(view.turn), count: known.length })),
    row('hollow', LINE, '', t('overlays.past.estimated')),
    ...latest.map((entry, k) => {
      const told = entry.events.map((event) => names.text(`history.event.${event.id}`, event.text)).join(' · ');
      const colour = entry.side < 0 ? '#6b6257' : (game.data.scenario.sides[entry.side]?.colour ?? LINE);
      const said = {
        date: formatDate(entry.date, false),
        where: names.hexFull(entry.hex),
        who: holderName(seen, entry.side),
      };
      return row(
        entry.estimated ? 'hollow' : 'disc',
        colour,
        String(k + 1),
        told === '' ? t('overlays.past.held', said) : t('overlays.past.told', { ...said, told }),
      );
    }),
  ];
  const holders = groundBy(game, front, view.turn);
  return { overlay: { id, cells: [], lines: [], fronts: [{ holders, colour: LINE, dash: 'long' }], facts }, rows };
}

function holderName({ game }: Seen, side: SideIndex | -1): string {
  return side < 0 ? t('overlays.past.fought') : scenarioNames(game).adjective(side);
}
