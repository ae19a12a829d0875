/** Columns of an operational plan in a valley: who is in them, what is in force, and how they drive, stand, strike and go back. */
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/bots/columns/column.ts';
import { ordersOf } from '../../src/bots/columns/orders.ts';
import { estimate } from '../../src/bots/estimate.ts';
import { groupsOf } from '../../src/bots/groups.ts';
import { createBot } from '../../src/bots/index.ts';
import { makePlan, type Plan } from '../../src/bots/plan.ts';
import type { Reason } from '../../src/bots/reason.ts';
import type { Action } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { holderOf, setControl } from '../../src/core/control.ts';
import { distance, type Game } from '../../src/core/game.ts';
import { position } from '../../src/core/position.ts';
import { isSurrounded } from '../../src/core/rules/surrender.ts';
import { setup } from '../../src/core/setup.ts';
import type { GameState, SideIndex } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { colOf, column, hexAt, onRoad, phase, planOf, regiment, TOWNS, valley } from './valley.ts';

const ALL = ['t0', 't1', 't2', 't3', 't4', 't5'];

function start(game: Game, fog = true, seed = 'valley'): GameState {
  return setup(game, { seed, fog }).state;
}

function stateOf(game: Game, now: GameState, id: string): GameState['units'][number] {
  return now.units[game.unitIndex.get(id) as number] as GameState['units'][number];
}

/** Column of the map that a unit stands in. */
function at(game: Game, now: GameState, id: string): number {
  return colOf(stateOf(game, now, id).hex);
}

/** Plays the turn of the active side. Returns its actions and their reasons. */
function playTurn(game: Game, now: GameState): { action: Action; reason: Reason }[] {
  const side = now.active;
  const bot = createBot('regular', `bot/${side}`);
  const done: { action: Action; reason: Reason }[] = [];
  while (!now.over && now.active === side) {
    const action = bot.choose(game, view(game, now, side));
    expect(check(game, now, action)).toBeNull();
    apply(game, now, action);
    done.push({ action, reason: bot.reason ?? { code: 'ends' } });
    expect(done.length).toBeLessThan(200);
  }
  return done;
}

/** Plays whole turns; looks in after each turn of the side. */
function play(game: Game, now: GameState, turns: number, side: SideIndex, look: () => void): void {
  for (let i = 0; i < turns * 2 && !now.over; i++) {
    const mover = now.active;
    playTurn(game, now);
    if (mover === side) look();
  }
}

function planAt(game: Game, now: GameState, side: SideIndex): Plan {
  return makePlan(game, view(game, now, side), 'plan');
}

/** Task of the group that a unit leads, as "kind at column". */
function taskOf(game: Game, plan: Plan, id: string): string {
  const task = plan.taskOf.get(game.unitIndex.get(id) as number);
  return task ? `${task.kind} ${colOf(task.hex)}` : 'none';
}

describe('who and what', () => {
  const game = valley(
    [
      regiment('A', 'cn', onRoad(1)),
      regiment('A1', 'cn', onRoad(1), { parent: 'A' }),
      regiment('A2', 'cn', onRoad(1), { parent: 'A' }),
      regiment('B', 'cn', onRoad(2)),
      regiment('Z', 'jp', onRoad(22)),
    ],
    [
      planOf('cn', [
        column(
          'first',
          ['A'],
          [
            phase('hold', ['t0']),
            phase('drive', ['t1'], { from: '1939-12-22' }),
            phase('withdraw', ['t0'], { from: '1939-12-22', when: { type: 'held', place: 't2', side: 'cn' } }),
          ],
        ),
        column('second', ['A2'], [phase('hold', ['t1'])]),
      ]),
    ],
  );

  test('a unit is in the column that names what stands nearest above it', () => {
    const orders = ordersOf(game, 0);
    const names = orders?.columns.map((one) => one.units.map((unit) => game.units[unit]?.id));
    expect(names).toEqual([['A', 'A1'], ['A2']]);
    expect(ordersOf(game, 1)).toBeNull();
  });

  test('each unit of a column is a group of its own, the others are mustered as ever', () => {
    const groups = groupsOf(estimate(game, view(game, start(game), 0)));
    expect(groups.map((group) => [group.column, group.units.map((unit) => game.units[unit]?.id)])).toEqual([
      [0, ['A']],
      [0, ['A1']],
      [1, ['A2']],
      [-1, ['B']],
    ]);
  });

  test('the last phase whose date has come and whose condition the side knows to be met is in force', () => {
    const now = start(game);
    const inForce = (turn: number): string | undefined => {
      now.turn = turn;
      const est = estimate(game, view(game, now, 0));
      const orders = ordersOf(game, 0) as NonNullable<ReturnType<typeof ordersOf>>;
      return columnsOf(est, orders, groupsOf(est))[0]?.phase.data.task;
    };
    expect([1, 3].map(inForce)).toEqual(['hold', 'drive']);
    setControl(now.control, hexAt(onRoad(8)), 0);
    expect(inForce(3)).toBe('drive');
    setControl(now.believed[0], hexAt(onRoad(8)), 0);
    expect(inForce(3)).toBe('withdraw');
  });
});

describe('drive', () => {
  const three = ['A', 'B', 'C'].map((id, i) => regiment(id, 'cn', onRoad(i === 2 ? 0 : 1)));

  test('a column takes town after town and keeps together', () => {
    const game = valley(
      [...three, regiment('Z', 'jp', onRoad(23))],
      [planOf('cn', [column('east', ['A', 'B', 'C'], [phase('drive', ALL)])])],
    );
    const now = start(game);
    const head: number[] = [];
    play(game, now, 6, 0, () => {
      const cols = ['A', 'B', 'C'].map((id) => at(game, now, id));
      head.push(Math.max(...cols));
      expect(Math.max(...cols) - Math.min(...cols)).toBeLessThanOrEqual(5);
    });
    expect(head).toEqual(head.slice().sort((a, b) => a - b));
    const held = TOWNS.slice(0, 5).map((town) => holderOf(now.control, hexAt(onRoad(town))));
    expect(held).toEqual([0, 0, 0, 0, 0]);
  });

  test('the head waits for those behind', () => {
    const game = valley(
      [regiment('A', 'cn', onRoad(5)), regiment('B', 'cn', '0000'), regiment('Z', 'jp', onRoad(23))],
      [planOf('cn', [column('east', ['A', 'B'], [phase('drive', ALL)])])],
    );
    const now = start(game);
    playTurn(game, now);
    expect(at(game, now, 'A')).toBeLessThanOrEqual(at(game, now, 'B') + 5);
    play(game, now, 3, 0, () => {});
    expect(at(game, now, 'A')).toBeGreaterThan(12);
  });

  test('a column that has eaten what it carries goes no farther', () => {
    const hungry = (foodDays: number): number => {
      const game = valley(
        [...three.map((unit) => ({ ...unit, carry: { foodDays: 4, ammoDays: 9 } })), regiment('Z', 'jp', onRoad(23))],
        [planOf('cn', [column('east', ['A', 'B', 'C'], [phase('drive', ALL, { limits: { foodDays } })])])],
        (data) => {
          for (const depot of data.scenario.supplySources)
            Object.assign(depot, { foodKgPerDay: 0, ammoKgPerDay: 0, foodKg: 0, ammoKg: 0 });
        },
      );
      const now = start(game);
      play(game, now, 5, 0, () => {});
      return Math.max(...['A', 'B', 'C'].map((id) => at(game, now, id)));
    };
    expect(hungry(0)).toBeGreaterThan(18);
    expect(hungry(3)).toBeLessThan(12);
  });

  test('a column that has lost too many goes back by its towns when it is pressed', () => {
    const game = valley(
      [...three, ...['X', 'Y', 'Z'].map((id) => regiment(id, 'jp', onRoad(16), { men: 4000 }))],
      [planOf('cn', [column('east', ['A', 'B', 'C'], [phase('drive', ALL, { limits: { lossPercent: 30 } })])])],
    );
    const now = start(game, false);
    for (const id of ['A', 'B', 'C']) {
      const unit = stateOf(game, now, id);
      Object.assign(unit, { hex: hexAt(onRoad(12)), men: 1600, wounded: 800 });
    }
    for (const id of ['X', 'Y', 'Z']) stateOf(game, now, id).hex = hexAt(onRoad(13));
    for (const col of [3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      for (const list of [now.control, ...now.believed]) setControl(list, hexAt(onRoad(col)), 0);
    expect(taskOf(game, planAt(game, now, 0), 'A')).toMatch(/^delay (4|8)$/);
  });

  test('a strong place is masked by a part, the others go on to the next', () => {
    const game = valley(
      [...three, regiment('Z', 'jp', onRoad(4), { men: 9000, dugDays: 10 })],
      [planOf('cn', [column('east', ['A', 'B', 'C'], [phase('drive', ['t1', 't2'])])])],
    );
    const now = start(game, false);
    for (const id of ['A', 'B', 'C']) stateOf(game, now, id).hex = hexAt(onRoad(2));
    const plan = planAt(game, now, 0);
    expect(['A', 'B', 'C'].map((id) => taskOf(game, plan, id)).sort()).toEqual(['attack 8', 'attack 8', 'screen 4']);
  });

  test('friends who hold out at the end of the way are joined, whatever stands around them', () => {
    const strong = ['X', 'Y'].map((id, i) => regiment(id, 'jp', `120${i === 0 ? 3 : 5}`, { men: 9000 }));
    const game = valley(
      [regiment('G', 'cn', onRoad(12), { men: 600 }), ...three, ...strong],
      [planOf('cn', [column('relief', ['A', 'B', 'C'], [phase('drive', ['t1', 't2', 't3'])])])],
    );
    const now = start(game, false);
    for (const id of ['A', 'B', 'C']) stateOf(game, now, id).hex = hexAt(onRoad(10));
    for (const col of [4, 8, 9, 10, 11, 12])
      for (const list of [now.control, ...now.believed]) setControl(list, hexAt(onRoad(col)), 0);
    const tasks = (): string[] => ['A', 'B', 'C'].map((id) => taskOf(game, planAt(game, now, 0), id));
    expect(tasks()).toContain('hold 12');
    // Without them the place is watched from afar.
    stateOf(game, now, 'G').hex = hexAt(onRoad(2));
    expect(tasks()).not.toContain('hold 12');
    expect(tasks()).toContain('screen 12');
  });

  test('at the end of the axis half of the column goes into its places and stays there', () => {
    const game = valley(
      [...['A', 'B', 'C', 'E'].map((id) => regiment(id, 'cn', onRoad(12))), regiment('Z', 'jp', onRoad(23))],
      [planOf('cn', [column('east', ['A', 'B', 'C', 'E'], [phase('strike', ['t1', 't2', 't3'])])])],
    );
    const now = start(game);
    for (const col of [4, 8, 12])
      for (const list of [now.control, ...now.believed]) setControl(list, hexAt(onRoad(col)), 0);
    // The enemy has been back in a town behind, unseen.
    setControl(now.control, hexAt(onRoad(8)), 1);
    play(game, now, 4, 0, () => {});
    const where = ['A', 'B', 'C', 'E'].map((id) => at(game, now, id)).sort((a, b) => a - b);
    expect(where).toEqual([4, 8, 12, 12]);
    expect(holderOf(now.control, hexAt(onRoad(8)))).toBe(0);
    play(game, now, 2, 0, () => {});
    expect(['A', 'B', 'C', 'E'].map((id) => at(game, now, id)).sort((a, b) => a - b)).toEqual(where);
  });
});

describe('delay', () => {
  const defender = regiment('D', 'jp', onRoad(8));
  const positions = ['t2', 't3', 't4', 't5'];

  test('a regiment goes back position by position before a division, and is never shut in', () => {
    const game = valley(
      [...['A', 'B', 'C', 'E'].map((id) => regiment(id, 'cn', onRoad(2), { men: 3600 })), defender],
      [
        planOf('cn', [column('east', ['A', 'B', 'C', 'E'], [phase('drive', ALL)])]),
        planOf('jp', [column('rear', ['D'], [phase('delay', positions)])]),
      ],
    );
    const now = start(game);
    const where: number[] = [];
    play(game, now, 9, 1, () => {
      const unit = stateOf(game, now, 'D');
      if (unit.status !== 1) return;
      where.push(colOf(unit.hex));
      // In the last position it stands to the end.
      if (colOf(unit.hex) < 20) expect(isSurrounded(game, position(game, now, -1), unit.hex, 1)).toBe(false);
    });
    expect(where.length).toBeGreaterThan(6);
    // The first positions were held for a time, and it did not come forward again.
    expect(where[0]).toBe(8);
    expect(where).toEqual(where.slice().sort((a, b) => a - b));
    expect(where.at(-1)).toBeGreaterThanOrEqual(16);
  });

  test('nobody near, the foremost position is held; part of a division stands in the next', () => {
    const game = valley(
      [regiment('A', 'cn', onRoad(0)), ...['D', 'E', 'F'].map((id) => regiment(id, 'jp', onRoad(10)))],
      [planOf('jp', [column('rear', ['D', 'E', 'F'], [phase('delay', positions)])])],
    );
    const plan = planAt(game, start(game), 1);
    expect(['D', 'E', 'F'].map((id) => taskOf(game, plan, id)).sort()).toEqual(['delay 12', 'delay 8', 'delay 8']);
  });

  test('in the last position it holds', () => {
    const game = valley(
      [...['A', 'B', 'C'].map((id) => regiment(id, 'cn', onRoad(18), { men: 4000 })), regiment('D', 'jp', onRoad(20))],
      [planOf('jp', [column('rear', ['D'], [phase('delay', positions)])])],
    );
    expect(taskOf(game, planAt(game, start(game, false), 1), 'D')).toBe('hold 20');
  });
});

describe('strike', () => {
  const units = [
    regiment('A', 'cn', onRoad(9)),
    regiment('B', 'cn', onRoad(0)),
    regiment('C', 'cn', onRoad(0)),
    regiment('Z', 'jp', onRoad(12), { men: 1500 }),
  ];
  const plans = [planOf('cn', [column('fist', ['A', 'B', 'C'], [phase('strike', ['t3'], { effort: 10 })])])];

  test('it waits out of contact until the column is together, and attacks then', () => {
    const game = valley(units, plans);
    const now = start(game, false);
    const assaults: number[] = [];
    play(game, now, 6, 0, () => {});
    const again = start(game, false, 'again');
    expect(taskOf(game, planAt(game, again, 0), 'A')).toBe('screen 12');
    for (let turn = 1; turn <= 8 && !again.over; turn++) {
      const far = ['B', 'C'].filter((id) => at(game, again, id) < 6).length;
      const done = playTurn(game, again).filter(({ action }) => action.type === 'assault');
      if (done.length > 0) {
        assaults.push(turn);
        expect(far).toBeLessThan(2);
      }
      apply(game, again, { type: 'end' });
    }
    expect(assaults.length).toBeGreaterThan(0);
    expect(assaults[0]).toBeGreaterThan(1);
  });

  test('too weak for what is known at the goal it does not go in', () => {
    const game = valley(
      units.map((unit) => (unit.id === 'Z' ? { ...unit, men: 12_000, dugDays: 10 } : unit)),
      plans,
    );
    const now = start(game, false);
    for (const id of ['A', 'B', 'C']) stateOf(game, now, id).hex = hexAt(onRoad(9));
    expect(taskOf(game, planAt(game, now, 0), 'A')).toBe('screen 12');
  });
});

describe('withdraw', () => {
  test('the column goes home town by town, the rear guard behind it', () => {
    const game = valley(
      [
        ...['A', 'B', 'C'].map((id) => regiment(id, 'cn', onRoad(16))),
        regiment('X', 'jp', onRoad(18)),
        regiment('Y', 'jp', onRoad(18)),
      ],
      [
        planOf('cn', [column('back', ['A', 'B', 'C'], [phase('withdraw', ['t3', 't2', 't1', 't0'])])]),
        planOf('jp', [column('after', ['X', 'Y'], [phase('drive', ['t4', 't3', 't2', 't1'])])]),
      ],
    );
    const now = start(game, false);
    const plan = planAt(game, now, 0);
    const tasks = ['A', 'B', 'C'].map((id) => taskOf(game, plan, id));
    expect(tasks.filter((task) => task === 'march 12').length).toBeGreaterThanOrEqual(2);
    const main: number[] = [];
    play(game, now, 8, 0, () => {
      const cols = ['A', 'B', 'C'].map((id) => at(game, now, id)).sort((a, b) => a - b);
      main.push(cols[1] as number);
    });
    expect(main).toEqual(main.slice().sort((a, b) => b - a));
    // A town a turn, no rout.
    expect(main[0]).toBeGreaterThan(8);
    expect(main.at(-1)).toBeLessThan(4);
  });
});

describe('hold, assemble, screen, raid', () => {
  test('each place gets a group, the rest goes where the enemy is', () => {
    const game = valley(
      [
        ...['A', 'B', 'C', 'E'].map((id) => regiment(id, 'cn', onRoad(2))),
        ...['X', 'Y'].map((id) => regiment(id, 'jp', onRoad(9))),
      ],
      [planOf('cn', [column('posts', ['A', 'B', 'C', 'E'], [phase('hold', ['t0', 't1', 't2'])])])],
    );
    const plan = planAt(game, start(game, false), 0);
    const tasks = ['A', 'B', 'C', 'E'].map((id) => taskOf(game, plan, id));
    for (const place of ['hold 0', 'hold 4', 'hold 8']) expect(tasks).toContain(place);
  });

  describe('a place with the enemy before it', () => {
    const besieged = (effort: number): { game: Game; now: GameState } => {
      const game = valley(
        [
          regiment('G', 'cn', onRoad(20), { men: 900 }),
          regiment('F', 'cn', onRoad(19)),
          ...['X', 'Y', 'Z'].map((id, i) => regiment(id, 'jp', ['2103', '2104', '2105'][i] as string, { men: 12_000 })),
        ],
        [planOf('cn', [column('post', ['G', 'F'], [phase('hold', ['t5'], { effort })])])],
      );
      const now = start(game, false);
      for (const col of [18, 19, 20])
        for (const list of [now.control, ...now.believed]) setControl(list, hexAt(onRoad(col)), 0);
      Object.assign(stateOf(game, now, 'G'), { cohesion: 250, fatigue: 700 });
      return { game, now };
    };

    test('a shaken garrison stays until fresh troops are in', () => {
      const { game, now } = besieged(8);
      stateOf(game, now, 'F').hex = hexAt(onRoad(3));
      playTurn(game, now);
      expect(at(game, now, 'G')).toBe(20);
    });

    test('with all its weight on the place the command sends fresh troops in, with little they keep off', () => {
      const inside = (effort: number): boolean => {
        const { game, now } = besieged(effort);
        playTurn(game, now);
        return at(game, now, 'F') === 20;
      };
      expect(inside(10)).toBe(true);
      expect(inside(1)).toBe(false);
    });
  });

  test('who assembles marches there, stays, and leaves the enemy alone', () => {
    const game = valley(
      [regiment('A', 'cn', onRoad(0), { men: 4000 }), regiment('Z', 'jp', onRoad(11), { men: 300 })],
      [planOf('cn', [column('gather', ['A'], [phase('assemble', ['t2'])])])],
    );
    const now = start(game, false);
    const cols: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      expect(playTurn(game, now).some(({ action }) => action.type === 'assault')).toBe(false);
      apply(game, now, { type: 'end' });
      cols.push(at(game, now, 'A'));
    }
    expect(cols.slice(2)).toEqual([8, 8, 8]);
  });

  test('irregulars sit beside a road of the enemy, away from his troops', () => {
    const band = regiment('R', 'cn', '0800', { kind: 'irregular', men: 500, echelon: 'battalion', quality: 30 });
    const game = valley(
      [regiment('A', 'cn', onRoad(0)), band, regiment('Z', 'jp', onRoad(12)), regiment('Y', 'jp', onRoad(20))],
      [planOf('cn', [column('band', ['R'], [phase('raid', ['t3', 't4'])])])],
    );
    const now = start(game, false);
    play(game, now, 4, 0, () => {});
    const { hex } = stateOf(game, now, 'R');
    const roads = Array.from({ length: 24 }, (_, col) => hexAt(onRoad(col)));
    expect(roads.some((road) => distance(game, road, hex) <= 1)).toBe(true);
    for (const id of ['Z', 'Y']) expect(distance(game, stateOf(game, now, id).hex, hex)).toBeGreaterThan(1);
  });

  test('who has no orders yet stays where he is', () => {
    const game = valley(
      [regiment('A', 'cn', onRoad(2)), regiment('Z', 'jp', onRoad(20))],
      [planOf('cn', [column('late', ['A'], [phase('drive', ALL, { from: '1940-01-20' })])])],
    );
    const now = start(game);
    play(game, now, 3, 0, () => {});
    expect(at(game, now, 'A')).toBe(2);
  });
});

test('an order says which phase of the plan is behind it', () => {
  const game = valley(
    [regiment('A', 'cn', onRoad(1)), regiment('Z', 'jp', onRoad(23))],
    [planOf('cn', [column('east', ['A'], [phase('drive', ALL, { reason: 'the town first' })])])],
  );
  const [first] = playTurn(game, start(game));
  expect(first?.action.type).toBe('move');
  const source = { plan: 'plan-cn', column: 'east', index: 0 };
  expect(first?.reason).toMatchObject({ code: 'closesIn', task: 'attack', phase: source });
});
