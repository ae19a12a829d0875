/** The page and a player of a run over a real message channel: its line, its signs of life, its death and its silence. */
import { expose } from 'comlink';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PlayerLink, WorkerLost } from '../../src/ui/app/laboratoryLink.ts';
import type { Prepared } from '../../src/worker/laboratoryDesk.ts';

/** What the worker does when it is asked for a game. */
let play: (game: number) => Promise<string>;
/** The end of the channel that the page believes to be a worker. */
let worker: EventTarget;
let sign: () => unknown;
let opened: number;
let links: PlayerLink[];
let ports: MessagePort[];

beforeEach(() => {
  opened = 0;
  links = [];
  ports = [];
  play = (game) => Promise.resolve(`line ${game}`);
});

afterEach(() => {
  for (const link of links) link.close();
  for (const port of ports) port.close();
  vi.useRealTimers();
});

function makeWorker(): Worker {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  expose(
    {
      open: (_: Prepared, told: () => unknown) => {
        opened++;
        sign = told;
      },
      play: (game: number) => play(game),
    },
    port2,
  );
  const made = Object.assign(port1, { terminate: () => port1.close() });
  worker = made;
  return made as unknown as Worker;
}

function player(): PlayerLink {
  const link = new PlayerLink({} as Prepared, makeWorker);
  links.push(link);
  return link;
}

test('a player is opened once and plays one game after another', async () => {
  const link = player();
  expect(await link.play(1)).toBe('line 1');
  expect(await link.play(2)).toBe('line 2');
  expect(opened).toBe(1);
});

test('what the game throws is no loss of the worker', async () => {
  play = () => Promise.reject(new Error('the rules refuse it'));
  const error = await player()
    .play(1)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(WorkerLost);
  expect((error as Error).message).toBe('the rules refuse it');
});

test('a worker that dies is lost, and the next question starts another', async () => {
  const link = player();
  const asked = new Promise<void>((resolve) => {
    play = () => {
      resolve();
      return new Promise(() => undefined);
    };
  });
  const lost = expect(link.play(1)).rejects.toBeInstanceOf(WorkerLost);
  await asked;
  worker.dispatchEvent(new Event('error'));
  await lost;
  play = (game) => Promise.resolve(`line ${game}`);
  expect(await link.play(1)).toBe('line 1');
  expect(opened).toBe(2);
});

test('silence is a loss after a minute, and every sign of life begins the minute anew', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const link = player();
  const asked = new Promise<void>((resolve) => {
    play = () => {
      resolve();
      return new Promise(() => undefined);
    };
  });
  let end: unknown = null;
  const over = link.play(1).catch((error: unknown) => {
    end = error;
  });
  await asked;
  vi.advanceTimersByTime(50_000);
  await sign();
  vi.advanceTimersByTime(50_000);
  await sign();
  expect(end).toBeNull();
  vi.advanceTimersByTime(61_000);
  await over;
  expect(end).toBeInstanceOf(WorkerLost);
});
