/**
 * The odds over a grid of situations, as a table in plain text. Its purpose: whoever changes a number of the combat rules
 * sees in the difference of `odds.txt` what it does to fights everywhere, and can be asked about it in review. `npm run
 * goldens` writes the table anew.
 */
import { expect, test } from 'vitest';
import { oddsOf } from '../../src/core/rules/combat.ts';
import { type TinyUnit, tinyStart } from '../core/fixture.ts';

const GROUND = [
  ['flat bare', ','],
  ['flat town', 't'],
  ['rolling mixed', 'l'],
  ['rugged bare', 'h'],
  ['rugged wooded', 'H'],
] as const;
const WORKS = [0, 1, 10] as const;
/** Quality of the attacker and of the defender. */
const QUALITY = [
  [60, 60],
  [60, 80],
  [80, 60],
] as const;
/** Attackers for each defender, and how they come: along one side, two, three. */
const RATIOS = [
  [1, ['0102']],
  [2, ['0102', '0101']],
  [3, ['0102', '0101', '0103']],
  [5, ['0102', '0101', '0103']],
] as const;

const ARMS = { lmg: 24, hmg: 8, mortar: 4, gun75: 2 };

/** One day's fight: "gives way / goes on / attacker stopped" in per cent, then expected losses of both in men. */
function cell(
  letter: string,
  works: number,
  quality: readonly [number, number],
  ratio: number,
  from: readonly string[],
): string {
  const row = letter.repeat(5);
  const attackers = from.map((hex, i): TinyUnit => {
    const men = Math.round((1200 * ratio) / from.length);
    const share = men / 1200;
    const equipment = Object.fromEntries(Object.entries(ARMS).map(([id, count]) => [id, Math.round(count * share)]));
    return { id: `a${i}`, side: 'cn', parent: 'army', hex, men, equipment, quality: quality[0] };
  });
  const { game, state, at } = tinyStart({
    map: new Array<string>(5).fill(row),
    formations: [{ id: 'army', side: 'cn', echelon: 'army' }],
    units: [
      ...attackers,
      { id: 'x', side: 'jp', hex: '0202', men: 1200, equipment: ARMS, quality: quality[1], dugDays: works },
    ],
  });
  const units = attackers.map((_, i) => i);
  const odds = oddsOf(game, state, { type: 'assault', units, support: [], hex: at('0202'), advance: true });
  const percent = (chance: number): string => String(Math.round(chance / 10)).padStart(2);
  const chances = [odds.gaveWay, odds.undecided, odds.stopped].map(percent).join('/');
  return `${chances} ${`${odds.attackerLosses.mean}:${odds.defenderLosses.mean}`.padStart(7)}`;
}

function table(): string {
  const head = RATIOS.map(([ratio]) => `${ratio} : 1`.padEnd(16)).join(' | ');
  const lines = [
    'First day of an attack on 1,200 men by so many times as many, along one hexside, two, three and three.',
    'Defender gives way / undecided / attacker stopped in per cent, expected losses of attacker : defender in men.',
    '',
    `${'ground'.padEnd(14)} ${'works'.padEnd(5)} quality | ${head}`,
  ];
  for (const [name, letter] of GROUND)
    for (const works of WORKS)
      for (const quality of QUALITY) {
        const cells = RATIOS.map(([ratio, from]) => cell(letter, works, quality, ratio, from));
        lines.push(`${name.padEnd(14)} ${String(works).padStart(5)} ${quality.join(' v ')} | ${cells.join(' | ')}`);
      }
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

test('the odds of the grid are those of the table', async () => {
  await expect(table()).toMatchFileSnapshot('odds.txt');
});

test('the table is not one number: it falls with works and ground, and rises with numbers and quality', () => {
  const chance = (...situation: Parameters<typeof cell>): number => Number(cell(...situation).slice(0, 2));
  const equal = QUALITY[0];
  for (const [, letter] of GROUND) {
    const byRatio = RATIOS.map(([ratio, from]) => chance(letter, 1, equal, ratio, from));
    expect(byRatio).toEqual(byRatio.toSorted((a, b) => a - b));
    const byWorks = WORKS.map((works) => chance(letter, works, equal, 3, RATIOS[2][1]));
    expect(byWorks).toEqual(byWorks.toSorted((a, b) => b - a));
    const [same, worse, better] = QUALITY.map((quality) => chance(letter, 1, quality, 3, RATIOS[2][1]));
    expect(worse).toBeLessThan(same!);
    expect(better).toBeGreaterThan(same!);
  }
});
