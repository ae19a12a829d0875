/** Rulebook 7.8: a glance is a view in shared memory, and a view keeps when the game goes on. */
import { describe, expect, test } from 'vitest';
import { SEEN_CONTACT, SEEN_NOTHING, SEEN_STRENGTH, SEEN_TYPE } from '../../src/core/state.ts';
import { cloneState, glance, view } from '../../src/core/view.ts';
import { tinyStart } from './fixture.ts';

function make(fog: boolean) {
  return tinyStart(
    {
      map: ['........'],
      units: [
        { id: 'a', side: 'cn', hex: '0000', equipment: { rifle: 500 } },
        { id: 'x', side: 'jp', hex: '0700', men: 1500, equipment: { rifle: 900, gun75: 4 } },
      ],
    },
    { fog },
  );
}

describe('7.8 glances', () => {
  test('what was seen at the last glance does not show at the next', () => {
    const { game, state, unit, of } = make(true);
    const x = unit('x');
    const first = [SEEN_NOTHING, SEEN_CONTACT, SEEN_TYPE, SEEN_STRENGTH];
    for (const before of first) {
      for (const now of first) {
        of('x').seen = before;
        glance(game, state, 0);
        of('x').seen = now;
        const again = structuredClone(glance(game, state, 0).units[x]);
        // A game compiled anew has no memory of an earlier glance.
        const fresh = make(true);
        Object.assign(fresh.of('x'), cloneState(state).units[x]);
        expect(again).toEqual(view(fresh.game, fresh.state, 0).units[x]);
      }
    }
  });

  test('a glance leaves the state as it is and shows no seed', () => {
    for (const fog of [true, false]) {
      const { game, state, of } = make(fog);
      of('x').seen = SEEN_CONTACT;
      const before = cloneState(state);
      expect(glance(game, state, 0).seed).toBe('');
      expect(state).toEqual(before);
    }
  });

  test.each([true, false])('a view keeps when the game goes on, fog %s', (fog) => {
    const { game, state, of } = make(fog);
    of('x').seen = SEEN_STRENGTH;
    const kept = view(game, state, 0);
    const copy = structuredClone(kept);
    of('a').men = 1;
    of('a').eq[0] = 1;
    of('x').men = 2;
    of('x').eq[0] = 2;
    of('x').seen = SEEN_NOTHING;
    state.believed[0][0] = 0;
    glance(game, state, 0);
    view(game, state, 1);
    expect(kept).toEqual(copy);
  });
});
