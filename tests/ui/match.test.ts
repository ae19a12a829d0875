import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/core/action.ts';
import type { Player } from '../../src/play/record.ts';
import { Session } from '../../src/play/session.ts';
import { type Chooser, conductor, type Trouble } from '../../src/ui/app/conduct.ts';
import { Match } from '../../src/ui/app/match.ts';
import { click, select } from '../../src/ui/app/model.ts';
import { deputyText } from '../../src/ui/text/deputies.ts';
import { tinyGame } from '../core/fixture.ts';

const HUMAN: Player = { kind: 'human' };
const BOT: Player = { kind: 'bot', level: 'test' };

function match(players: [Player, Player], fog = false): Match {
  const game = tinyGame({
    map: new Array<string>(9).fill(','.repeat(9)),
    jp: '0808',
    turns: 3,
    units: [
      { id: 'a', side: 'cn', hex: '0101' },
      { id: 'enemy', side: 'jp', hex: '0707' },
    ],
  });
  return new Match('m', Session.start(game, { seed: 's', fog, players }));
}

/** Answers with the given actions in turn, then ends its turns. */
function chooser(answers: (Action | Error)[]): Chooser {
  return {
    async choose() {
      const next = answers.shift() ?? { type: 'end' as const };
      if (next instanceof Error) throw next;
      return { action: next, deputy: null };
    },
  };
}

const at = (col: number, row: number): number => row * 9 + col;
const breathe = async (): Promise<void> => undefined;

describe('orders of a person', () => {
  test('a march goes through, is told, and can be taken back and repeated', async () => {
    const table = match([HUMAN, BOT]);
    table.interaction.value = select(table.seen.value, table.interaction.value, [0]);
    const press = { hex: at(1, 2), unit: -1, act: true, more: false, all: false };
    await table.take(click(table.seen.value, table.interaction.value, press));
    expect(table.session.state.units[0]?.hex).toBe(at(1, 2));
    expect(table.interaction.value.selected).toEqual([0]);
    expect(table.interaction.value.hex).toBe(at(1, 2));
    expect(table.said.value).toMatch('marched');
    expect(table.lines.value.some((line) => line.event.type === 'moved' && line.hex === at(1, 2))).toBe(true);
    expect(table.undo()).toBe(true);
    expect(table.session.state.units[0]?.hex).toBe(at(1, 1));
    expect(table.lines.value.some((line) => line.event.type === 'moved')).toBe(false);
    expect(table.redo()).toBe(true);
    expect(table.session.state.units[0]?.hex).toBe(at(1, 2));
  });

  test('a refused order changes nothing and leaves the reason at its hex', async () => {
    const table = match([HUMAN, BOT]);
    const before = table.session.digest;
    expect(await table.order({ type: 'bombard', unit: 0, hex: at(7, 7) })).toBe(false);
    expect(table.session.digest).toBe(before);
    expect(table.interaction.value.refusal?.hex).toBe(at(7, 7));
  });

  test('nothing can be ordered while the computer has the move', async () => {
    const table = match([HUMAN, BOT]);
    await table.order({ type: 'end' });
    expect(table.session.state.active).toBe(1);
    expect(table.seen.value.mayOrder).toBe(false);
    expect(await table.order({ type: 'end' })).toBe(false);
    expect(table.session.state.active).toBe(1);
  });
});

describe('two players at one screen', () => {
  test('under fog the map is covered until the other is ready, and then shows the other view', async () => {
    const table = match([HUMAN, HUMAN], true);
    expect(table.curtain.value).toBe(0);
    expect(table.seen.value.mayOrder).toBe(false);
    table.lift();
    expect(table.seen.value.view.units[1]?.hex).toBe(-1);
    await table.order({ type: 'end' });
    expect(table.curtain.value).toBe(1);
    expect(table.eyes.value).toBe(0);
    table.lift();
    expect(table.eyes.value).toBe(1);
    expect(table.seen.value.view.units[0]?.hex).toBe(-1);
    expect(table.seen.value.view.units[1]?.hex).toBe(at(7, 7));
  });

  test('whoever sits down is told what the other did', async () => {
    const table = match([HUMAN, HUMAN]);
    await table.order({ type: 'move', unit: 0, path: [at(1, 2)], mode: 'march' });
    await table.order({ type: 'end' });
    expect(table.digest.value?.side).toBe(0);
    expect(table.digest.value?.lines.map((line) => line.event.type)).toEqual(['moved']);
  });

  test('without fog the other side simply has the move', async () => {
    const table = match([HUMAN, HUMAN]);
    expect(table.curtain.value).toBeNull();
    await table.order({ type: 'end' });
    expect(table.eyes.value).toBe(1);
    expect(table.seen.value.mayOrder).toBe(true);
  });
});

describe('turns of the computer', () => {
  test('it plays until a person has the move, and what it did is listed', async () => {
    const table = match([HUMAN, BOT]);
    await table.order({ type: 'end' });
    const troubles: Trouble[] = [];
    const move: Action = { type: 'move', unit: 1, path: [at(6, 7)], mode: 'march' };
    await conductor(table, chooser([move]), (trouble) => troubles.push(trouble), breathe).run();
    expect(troubles).toEqual([]);
    expect(table.session.state.units[1]?.hex).toBe(at(6, 7));
    expect(table.session.state.turn).toBe(2);
    expect(table.seen.value.mayOrder).toBe(true);
    expect(table.digest.value?.lines.map((line) => line.event.type)).toEqual(['moved']);
    expect(table.digest.value?.turn).toBe(1);
  });

  test('while it weighs its turn one sees whose level and how far it is', async () => {
    const table = match([HUMAN, BOT]);
    await table.order({ type: 'end' });
    const seen: unknown[] = [];
    const weigher: Chooser = {
      async choose(_side, _view, tell) {
        seen.push(table.thinking.value);
        for (const share of [0.25, 1]) {
          tell(share);
          seen.push(table.thinking.value?.share);
        }
        return { action: { type: 'end' }, deputy: null };
      },
    };
    await conductor(table, weigher, () => undefined, breathe).run();
    expect(seen).toEqual([{ side: 1, level: 'test', actions: 0, share: null }, 0.25, 1]);
    expect(table.thinking.value).toBeNull();
    expect(table.deputies).toEqual([]);
  });

  test('a deputy that decided is in the record and told with its turn, once', async () => {
    const table = match([HUMAN, BOT]);
    await table.order({ type: 'end' });
    const move: Action = { type: 'move', unit: 1, path: [at(6, 7)], mode: 'march' };
    const moves = [move];
    const impatient: Chooser = {
      choose: async () => ({ action: moves.shift() ?? { type: 'end' }, deputy: 'regular' }),
    };
    await conductor(table, impatient, () => undefined, breathe).run();
    expect(table.session.record().deputies).toEqual([{ at: 1, level: 'regular' }]);
    expect(table.deputies).toEqual([{ at: 1, level: 'regular', turn: 1, side: 1 }]);
    expect(deputyText(table.deputies[0]!, table.names)).toBe(
      'jp command was not waited for: the rest of its turn was decided by the level Regular.',
    );
  });

  test('an answer that comes after the game was left changes nothing', async () => {
    const table = match([HUMAN, BOT]);
    await table.order({ type: 'end' });
    let answer: (given: { action: Action; deputy: string }) => void = () => undefined;
    const slow: Chooser = {
      choose: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    };
    const play = conductor(table, slow, () => undefined, breathe);
    const played = play.run();
    play.stop();
    answer({ action: { type: 'end' }, deputy: 'regular' });
    await played;
    expect(table.session.log).toHaveLength(1);
    expect(table.deputies).toEqual([]);
  });

  test('a breakdown is told and the game goes on with the next answer', async () => {
    const table = match([HUMAN, BOT]);
    await table.order({ type: 'end' });
    const troubles: Trouble[] = [];
    const move: Action = { type: 'move', unit: 1, path: [at(6, 7)], mode: 'march' };
    await conductor(table, chooser([new Error('gone'), move]), (trouble) => troubles.push(trouble), breathe).run();
    expect(troubles).toEqual([{ kind: 'restarted', reason: 'gone' }]);
    expect(table.session.state.units[1]?.hex).toBe(at(6, 7));
    expect(table.session.state.turn).toBe(2);
  });

  test('after three breakdowns in a row it waits, and goes on when it is asked again', async () => {
    const table = match([HUMAN, BOT]);
    await table.order({ type: 'end' });
    const troubles: Trouble[] = [];
    const move: Action = { type: 'move', unit: 1, path: [at(6, 7)], mode: 'march' };
    const dead = chooser([new Error('1'), new Error('2'), new Error('3'), move]);
    const play = conductor(table, dead, (trouble) => troubles.push(trouble), breathe);
    await play.run();
    expect(troubles.map((trouble) => trouble.kind)).toEqual(['restarted', 'restarted', 'stuck']);
    expect(table.session.state).toMatchObject({ turn: 1, active: 1 });
    expect(table.thinking.value).toBeNull();
    await play.run();
    expect(table.session.state.units[1]?.hex).toBe(at(6, 7));
    expect(table.session.state.turn).toBe(2);
  });

  test('an order that the rules refuse ends its turn instead of the game', async () => {
    const table = match([HUMAN, BOT]);
    await table.order({ type: 'end' });
    const troubles: Trouble[] = [];
    const wrong: Action = { type: 'bombard', unit: 1, hex: at(1, 1) };
    await conductor(table, chooser([wrong]), (trouble) => troubles.push(trouble), breathe).run();
    expect(troubles).toEqual([{ kind: 'refused', code: 'bombard' }]);
    expect(table.session.state.turn).toBe(2);
  });

  test('two computers play to the end, and stopping stops them', async () => {
    const whole = match([BOT, BOT]);
    await conductor(whole, chooser([]), () => undefined, breathe).run();
    expect(whole.session.state.over).toBe(true);
    const cut = match([BOT, BOT]);
    const one = conductor(cut, chooser([]), () => undefined, breathe);
    one.stop();
    await one.run();
    expect(cut.session.log).toHaveLength(0);
  });
});
