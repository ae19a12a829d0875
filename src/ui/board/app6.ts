/** APP-6 icons as milsymbol (MIT, Måns Beckman) draws them; written by `tools/symbols.ts`, not by hand. */
import type { UnitKind } from '../../core/scenario.ts';

/** SVG paths inside the frame of a friendly land unit. */
export interface IconPath {
  d: string;
  fill: boolean;
}

/** The frame the paths are drawn in. */
export const FRAME = { x: 25, y: 50, width: 150, height: 100 } as const;

export const ICONS: Record<UnitKind, readonly IconPath[]> = {
  infantry: [{ d: 'M25,50 L175,150 M25,150 L175,50', fill: false }],
  motorised: [
    { d: 'M25,50 L175,150 M25,150 L175,50', fill: false },
    { d: 'M100,50L100,150', fill: false },
  ],
  cavalry: [{ d: 'M25,150L175,50', fill: false }],
  armour: [{ d: 'M125,80 C150,80 150,120 125,120 L75,120 C50,120 50,80 75,80 Z', fill: false }],
  artillery: [{ d: 'M85,100 a15,15 0 1 0 30,0 a15,15 0 1 0 -30,0 Z', fill: true }],
  antiTank: [{ d: 'M25,150 L100,52 175,150', fill: false }],
  engineer: [{ d: 'M 60,118 V 83 h 80 v 35  M 100,83 V 110', fill: false }],
  hq: [],
  transport: [
    {
      d: 'M 119,100 A 18.5,18.3 0 0 1 99.4,118 18.5,18.3 0 0 1 81.2,100 18.5,18.3 0 0 1 99.4,81.8 18.5,18.3 0 0 1 119,100 Z  M 100,81.9 V 118  M 82.9,91.2 117,108  M 82.9,108 117,91.2',
      fill: false,
    },
  ],
  irregular: [{ d: 'M25,50 L175,150 M25,150 L175,50', fill: false }],
};
