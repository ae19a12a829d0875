/** Two tabs, one game: the tab that opened it last plays it, the other is told. */

export interface Tabs {
  /** Name of this tab. */
  readonly id: string;
  /** Tells the other tabs that this one now plays a game. */
  claim(game: string): void;
  close(): void;
}

const CHANNEL = 'ridgeline-tabs';

interface Claim {
  tab: string;
  game: string;
}

/** `onTaken` is called when another tab takes a game. Without BroadcastChannel the owner's mark in the journal is enough. */
export function openTabs(onTaken: (game: string) => void): Tabs {
  const id = crypto.randomUUID();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
  channel?.addEventListener('message', ({ data }: MessageEvent<Claim>) => {
    if (data && typeof data.game === 'string' && data.tab !== id) onTaken(data.game);
  });
  return {
    id,
    claim: (game) => channel?.postMessage({ tab: id, game } satisfies Claim),
    close: () => channel?.close(),
  };
}
