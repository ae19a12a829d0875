/** What an overlay says beside the map: a line for each look of it, with its number or word as it stands in the hexes. */
import type { Overlay } from '../../board/contract.ts';

export type LegendLook = 'fill' | 'line' | 'dash' | 'dots' | 'ring' | 'disc' | 'hollow' | 'plain';

export interface LegendRow {
  look: LegendLook;
  /** CSS colour of the sample. */
  colour?: string;
  /** What stands in the hex, shown on the sample. */
  sample?: string;
  words: string;
}

export interface Drawn {
  overlay: Overlay;
  rows: readonly LegendRow[];
}

export const row = (look: LegendLook, colour: string | undefined, sample: string, words: string): LegendRow => ({
  look,
  ...(colour === undefined ? {} : { colour }),
  ...(sample === '' ? {} : { sample }),
  words,
});
