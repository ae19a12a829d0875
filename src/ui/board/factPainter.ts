/** Draws dated facts: a numbered disc in the colour of the side that held the place, its words on a plate near by. */
import type { OverlayFact } from './contract.ts';
import { hexX, hexY } from './geometry.ts';
import { INK, SANS } from './ink.ts';
import { type Pane, paneX, paneY, plate } from './pane.ts';

/** Screen pixels a hex width from which a fact carries its words. */
const WORDS_FROM = 40;
const PAPER = 'rgba(253,247,230,0.97)';

/** A fact that is an estimate is drawn hollow, with a broken rim. */
export function paintFact(pane: Pane, fact: OverlayFact, colours: readonly string[]): void {
  const { context, grid, dpr, px } = pane;
  const wide = px / dpr;
  const r = Math.max(7, Math.min(11, wide * 0.2)) * dpr;
  const x = paneX(pane, hexX(grid, fact.hex)) - px * 0.22;
  const y = paneY(pane, hexY(grid, fact.hex)) - px * 0.32;
  const colour = fact.side < 0 ? '#6b6257' : (colours[fact.side] ?? INK);
  if (wide >= WORDS_FROM && fact.text !== '') {
    const size = Math.max(10, Math.min(12, wide * 0.16)) * dpr;
    context.font = `bold ${size}px ${SANS}`;
    const half = context.measureText(fact.text).width / 2;
    plate(pane, fact.text, x + r * 1.25 + half + 3 * dpr, y, size, colour);
  }
  context.beginPath();
  context.arc(x, y, r, 0, Math.PI * 2);
  context.fillStyle = fact.estimated ? PAPER : colour;
  context.fill();
  context.strokeStyle = PAPER;
  context.lineWidth = 3.4 * dpr;
  context.stroke();
  if (fact.estimated) context.setLineDash([3 * dpr, 2 * dpr]);
  context.strokeStyle = fact.estimated ? colour : INK;
  context.lineWidth = 1.3 * dpr;
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = fact.estimated ? INK : '#fffaea';
  context.font = `bold ${r * 1.25}px ${SANS}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(String(fact.number), x, y + r * 0.06);
}
