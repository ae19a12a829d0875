import { expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import { botSeed } from '../../src/play/playout.ts';
import { Session } from '../../src/play/session.ts';
import { turnSoFar } from '../../src/play/turnSoFar.ts';
import { kunlunPass } from '../kunlun-pass.ts';

test('a bot started anew in the middle of its turn goes on as the first one would, once it has seen the turn so far', () => {
  const game = kunlunPass();
  const session = Session.start(game, {
    seed: 'so far',
    fog: true,
    players: [
      { kind: 'bot', level: 'regular' },
      { kind: 'bot', level: 'regular' },
    ],
  });
  const bots = ([0, 1] as const).map((side) => createBot('regular', botSeed('so far', side)));
  let compared = 0;
  for (let n = 0; n < 120; n++) {
    const side = session.state.active;
    const action = bots[side]?.choose(game, session.view(side)) ?? { type: 'end' };
    if (n % 17 === 5) {
      const anew = createBot('regular', botSeed('so far', side));
      const past = turnSoFar(game, session.record());
      for (const seen of past) anew.choose(game, seen);
      expect(anew.choose(game, session.view(side))).toEqual(action);
      compared += past.length;
    }
    expect(session.dispatch(action).ok).toBe(true);
    if (action.type === 'end') expect(turnSoFar(game, session.record())).toEqual([]);
  }
  expect(compared).toBeGreaterThan(5);
});
