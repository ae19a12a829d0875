/** The marks of a replay tell a side what it learned, and no more. */
import { describe, expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import type { GameEvent } from '../../src/core/event.ts';
import type { SideIndex } from '../../src/core/state.ts';
import { MOMENT_KINDS, type Moment, momentsIn, seekMoment } from '../../src/play/moments.ts';
import { playout } from '../../src/play/playout.ts';
import type { GameRecord } from '../../src/play/record.ts';
import { Replay } from '../../src/play/replay.ts';
import { kunlunPass } from '../kunlun-pass.ts';

const game = kunlunPass();
const bots = [createBot('regular', 'm/0'), createBot('regular', 'm/1')] as const;
const record = playout(game, { seed: 'm', fog: true, bots, record: true }).record as GameRecord;
const replay = new Replay(game, record);
replay.seek(record.actions.length);

function all(eyes: SideIndex | null, fog = true): Moment[] {
  const found: Moment[] = [];
  for (let at = 0; at <= replay.length; at++) found.push(...momentsIn(game, replay.eventsAt(at), at, eyes, fog));
  return found;
}

describe('moments', () => {
  test('an umpire is told each fight, place, loss, sortie and decision at its position', () => {
    const umpire = all(null);
    const kinds = new Set(umpire.map((moment) => moment.kind));
    for (const kind of ['fight', 'place', 'air'] as const) expect(kinds, kind).toContain(kind);
    const fights = record.actions.flatMap((action, i) => (action.type === 'assault' ? [i + 1] : []));
    expect(umpire.filter(({ event }) => event.type === 'assault').map(({ at }) => at)).toEqual(fights);
    for (const { at, event } of umpire) expect(replay.eventsAt(at)).toContain(event);
  });

  test('a side has the moments it was told of, without the losses of the enemy', () => {
    const umpire = all(null).length;
    for (const side of [0, 1] as const) {
      const seen = all(side);
      expect(seen.length).toBeLessThan(umpire);
      for (const { event } of seen) {
        expect(event.to & (1 << side)).not.toBe(0);
        if ('losses' in event && event.type !== 'surrender')
          for (const loss of event.losses) expect(game.units[loss.unit]?.side).toBe(side);
      }
    }
    const secret = all(null).find(({ event }) => (event.to & 1) === 0) as Moment;
    expect(all(0).some(({ at, event }) => at === secret.at && event.type === secret.event.type)).toBe(false);
  });

  test('marches and sick lists are no moments', () => {
    const event: GameEvent = { type: 'attrition', to: 3, unit: 0, sick: 9, starved: 0, missing: 0 };
    expect(momentsIn(game, [event], 4, null, true)).toEqual([]);
  });

  test('the next and the previous of a kind', () => {
    const moments = [3, 8, 8, 20].map((at, i): Moment => {
      const event: GameEvent = { type: 'control', to: 3, place: i, side: 0 };
      return { at, kind: i === 3 ? 'fight' : 'place', event };
    });
    expect(seekMoment(moments, 'place', 3, 1)?.at).toBe(8);
    expect(seekMoment(moments, 'place', 8, 1)).toBeNull();
    expect(seekMoment(moments, 'place', 8, -1)?.at).toBe(3);
    expect(seekMoment(moments, 'fight', 0, 1)?.at).toBe(20);
    expect(MOMENT_KINDS.every((kind) => seekMoment([], kind, 0, 1) === null)).toBe(true);
  });
});
