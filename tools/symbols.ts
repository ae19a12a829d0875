/**
 * Writes `src/ui/board/app6.ts`: the APP-6 icons of the unit kinds as drawn by milsymbol, so that the page carries ten
 * icons rather than the whole library. Run `node tools/symbols.ts` on Node 22.18 or later, or through vite-node, after a
 * change of kinds; `tests/ui/board/app6.test.ts` compares the file with a fresh one.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ms from 'milsymbol';
import type { UnitKind } from '../src/core/scenario.ts';

/** Entity codes of APP-6(E), symbol set 10 (land unit). An HQ has the empty frame; the board writes HQ in it. */
const ENTITIES: Record<UnitKind, string> = {
  infantry: '121100',
  motorised: '121104',
  cavalry: '121300',
  armour: '120500',
  artillery: '130300',
  antiTank: '120400',
  engineer: '140700',
  hq: '000000',
  transport: '163600',
  irregular: '121100',
};

interface Instruction {
  type: string;
  icon?: boolean;
  d?: string;
  cx?: number;
  cy?: number;
  r?: number;
  fill?: string | boolean;
}

/** The icon inside the frame: SVG paths in milsymbol's units, frame 25..175 by 50..150. */
export function iconOf(kind: UnitKind): { d: string; fill: boolean }[] {
  const symbol = new ms.Symbol(`1003100000${ENTITIES[kind]}0000`, { size: 100, monoColor: '#000', fill: false });
  const instructions = (symbol as unknown as { drawInstructions: Instruction[] }).drawInstructions;
  const icon = instructions.filter((instruction) => instruction.icon === true);
  return icon.map(({ type, d, cx = 0, cy = 0, r = 0, fill }) => {
    if (type === 'path' && d !== undefined) return { d, fill: typeof fill === 'string' && /z\s*$/i.test(d) };
    if (type !== 'circle') throw new Error(`milsymbol draws ${kind} with a ${type}`);
    return { d: `M${cx - r},${cy} a${r},${r} 0 1 0 ${2 * r},0 a${r},${r} 0 1 0 ${-2 * r},0 Z`, fill: fill !== false };
  });
}

/** The text of `app6.ts`. */
export function symbolFile(): string {
  const kinds = (Object.keys(ENTITIES) as UnitKind[]).map((kind) => {
    const paths = iconOf(kind).map(({ d, fill }) => `    { d: '${d}', fill: ${fill} },\n`);
    return paths.length === 0 ? `  ${kind}: [],\n` : `  ${kind}: [\n${paths.join('')}  ],\n`;
  });
  return [
    '/** APP-6 icons as milsymbol (MIT, Måns Beckman) draws them; written by `tools/symbols.ts`, not by hand. */\n',
    "import type { UnitKind } from '../../core/scenario.ts';\n\n",
    '/** SVG paths inside the frame of a friendly land unit. */\n',
    'export interface IconPath {\n  d: string;\n  fill: boolean;\n}\n\n',
    '/** The frame the paths are drawn in. */\n',
    'export const FRAME = { x: 25, y: 50, width: 150, height: 100 } as const;\n\n',
    'export const ICONS: Record<UnitKind, readonly IconPath[]> = {\n',
    ...kinds,
    '};\n',
  ].join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../src/ui/board/app6.ts', import.meta.url), symbolFile());
}
