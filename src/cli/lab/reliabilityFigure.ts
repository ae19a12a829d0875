/** The reliability diagram as SVG: what was foretold across, what came about upwards, circles by the number of battles. */

import type { ReliabilityBin } from '../../lab/scores.ts';
import { wilson } from '../../lab/statistics.ts';

const SIZE = 360;
const EDGE = 48;
const INK = '#222';
const PALE = '#999';

/** The figure, with its numbers in the description for those who don't see it. */
export function reliabilityFigure(bins: readonly ReliabilityBin[]): string {
  const x = (chance: number): string => (EDGE + chance * SIZE).toFixed(1);
  const y = (share: number): string => (EDGE + (1 - share) * SIZE).toFixed(1);
  const text = (at: string, up: string, words: string, more = ''): string =>
    `<text x="${at}" y="${up}" fill="${INK}"${more}>${words}</text>`;
  const parts: string[] = [];
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    parts.push(`<path d="M${x(0)} ${y(share)}H${x(1)}M${x(share)} ${y(0)}V${y(1)}" stroke="#ddd"/>`);
    parts.push(text(x(share), String(EDGE + SIZE + 16), `${share * 100} %`, ' text-anchor="middle"'));
    parts.push(text(String(EDGE - 6), y(share - 0.01), `${share * 100} %`, ' text-anchor="end"'));
  }
  parts.push(`<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="${PALE}" stroke-dasharray="4 4"/>`);
  const told: string[] = [];
  for (const { count, meanChance, cameAbout } of bins) {
    if (meanChance === null || cameAbout === null) continue;
    const [low, high] = wilson(cameAbout, count);
    parts.push(`<path d="M${x(meanChance)} ${y(low)}V${y(high)}" stroke="${INK}"/>`);
    parts.push(
      `<circle cx="${x(meanChance)}" cy="${y(cameAbout)}" r="${(2 + Math.sqrt(count)).toFixed(1)}" fill="#3465a4"/>`,
    );
    const aside = ` dx="${(6 + Math.sqrt(count)).toFixed(1)}" dy="4"`;
    parts.push(text(x(meanChance), y(cameAbout), `${count}`, aside));
    told.push(`${count} battles foretold at ${percent(meanChance)}, won ${percent(cameAbout)}`);
  }
  const whole = SIZE + 2 * EDGE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" width="${whole}" height="${whole}" role="img" font-family="sans-serif" font-size="12">`,
    '<title>Reliability of the chance that the attacker wins</title>',
    `<desc>${told.join('; ')}. Bars are 95 % intervals.</desc>`,
    `<rect width="${whole}" height="${whole}" fill="#fff"/>`,
    ...parts,
    text(x(0.5), String(whole - 8), 'foretold chance of the attacker', ' text-anchor="middle"'),
    text(String(EDGE), String(EDGE - 16), 'battles won by the attacker'),
    '</svg>\n',
  ].join('\n');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
