import { describe, expect, test } from 'vitest';
import { reach } from '../../src/core/rules/movement.ts';
import { setup } from '../../src/core/setup.ts';
import { UNIT_ON_MAP } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { enemyReach } from '../../src/ui/app/enemyReach.ts';
import type { Seen } from '../../src/ui/app/seen.ts';
import { tinyStart } from '../core/fixture.ts';
import { kunlunPass } from '../kunlun-pass.ts';

const OPEN = new Array<string>(5).fill(','.repeat(24));

describe('what the enemy could bring', () => {
  test('known troops that can march there in a turn, by the minutes it takes; the others not', () => {
    const tiny = tinyStart({
      map: OPEN,
      jp: '2304',
      units: [
        { id: 'own', side: 'cn', hex: '0000' },
        { id: 'near', side: 'jp', hex: '0802' },
        { id: 'far', side: 'jp', hex: '2302' },
      ],
    });
    const seen: Seen = { game: tiny.game, view: tiny.state, side: 0, mayOrder: true };
    const hex = tiny.at('0402');
    const [first, ...rest] = enemyReach(seen, hex);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ unit: tiny.unit('near'), by: 'march' });
    expect(first?.minutes).toBe(reach(tiny.game, tiny.state, tiny.unit('near'), 'march').minutes[hex]);
  });

  test('where we stand he must come next to us with time for an assault; guns reach from where they are', () => {
    const tiny = tinyStart({
      map: OPEN,
      jp: '2304',
      units: [
        { id: 'own', side: 'cn', hex: '0402' },
        { id: 'beside', side: 'jp', hex: '0502' },
        { id: 'guns', side: 'jp', hex: '0904', kind: 'artillery', equipment: { howitzer: 12 } },
        { id: 'late', side: 'jp', hex: '2302' },
      ],
    });
    const seen: Seen = { game: tiny.game, view: tiny.state, side: 0, mayOrder: true };
    const list = enemyReach(seen, tiny.at('0402'));
    expect(list[0]).toMatchObject({ unit: tiny.unit('beside'), minutes: 0, by: 'march' });
    expect(list.map((one) => one.unit)).not.toContain(tiny.unit('late'));
    for (const one of list.filter(({ by }) => by === 'march')) expect(one.minutes).toBeLessThanOrEqual(420);
  });

  test('the view alone answers: unseen troops may stand anywhere, and a contact may be of any kind', () => {
    const game = kunlunPass();
    const { state } = setup(game, { seed: 'fog', fog: true });
    const foe = game.bySide[1].filter((unit) => state.units[unit]?.status === UNIT_ON_MAP);
    const own = game.bySide[0].find((unit) => state.units[unit]?.status === UNIT_ON_MAP) as number;
    const contact = foe.find((unit) => state.units[unit]?.seen === 0) as number;
    const shown = state.units[contact];
    if (!shown) throw new Error('no such unit');
    shown.seen = 1;
    const hex = game.neighbours[shown.hex * 6] as number;
    const ask = (): unknown => enemyReach({ game, view: view(game, state, 0), side: 0, mayOrder: true }, hex);
    const before = ask();
    expect(before).toContainEqual(expect.objectContaining({ unit: contact, seen: 1, by: 'march' }));
    for (const unit of foe) {
      const now = state.units[unit];
      if (now?.seen === 0) {
        now.hex = state.units[own]?.hex as number;
        now.men = 5;
      }
    }
    shown.men = 9;
    shown.minutes = 0;
    shown.fuel = 0;
    expect(ask()).toEqual(before);
  });
});
