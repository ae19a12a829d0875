/**
 * Two tabs, one game: the tab that opened it last plays it, the other stores what it has, lets go and says so. A lock of
 * the browser tells who plays; where there are none (pages without https) the owner's mark in the journal still keeps
 * two tabs from writing the same game.
 */

export interface Tabs {
  /** Name of this tab. */
  readonly id: string;
  /** Takes a game: resolves when whichever tab had it has stored it and let go, or does not answer. */
  claim(game: string): Promise<void>;
  /** Lets a game go. */
  release(game: string): void;
  close(): void;
}

const CHANNEL = 'ridgeline-tabs';
/** A tab that does not let go within this time is frozen or dead, milliseconds. */
const PATIENCE = 4000;

interface Claim {
  tab: string;
  game: string;
}

const lockOf = (game: string): string => `ridgeline-game-${game}`;

/** A name that no other tab or game has; also on pages without https, where browsers offer no `randomUUID`. */
export function freshId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `onTaken` is called when another tab takes a game that this one may play; it resolves when all of it is stored. */
export function openTabs(onTaken: (game: string) => Promise<void>): Tabs {
  const id = freshId();
  const held = new Map<string, () => void>();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;

  const release = (game: string): void => {
    held.get(game)?.();
    held.delete(game);
  };
  const letGo = (game: string): void => {
    void onTaken(game)
      .catch(() => undefined)
      .finally(() => release(game));
  };

  channel?.addEventListener('message', ({ data }: MessageEvent<Claim>) => {
    if (data && typeof data.game === 'string' && data.tab !== id) letGo(data.game);
  });

  /** Resolves once the lock is ours; it stays so until it is released or stolen. */
  const lock = (game: string, options: LockOptions): Promise<void> =>
    new Promise((resolve, reject) => {
      if (!locks) return resolve();
      locks
        .request(lockOf(game), options, () => {
          resolve();
          return new Promise<void>((free) => held.set(game, free));
        })
        .catch((error: unknown) => {
          // Before it was ours: no answer in time. Afterwards: another tab lost its patience with this one.
          reject(error);
          if (held.delete(game)) void onTaken(game);
        });
    });

  return {
    id,
    async claim(game) {
      channel?.postMessage({ tab: id, game } satisfies Claim);
      if (held.has(game)) return;
      try {
        await lock(game, { signal: AbortSignal.timeout(PATIENCE) });
      } catch {
        await lock(game, { steal: true }).catch(() => undefined);
      }
    },
    release,
    close: () => channel?.close(),
  };
}
