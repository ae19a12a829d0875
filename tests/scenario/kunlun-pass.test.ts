/** Kunlun Pass against the facts that it was made from. */
import { describe, expect, test } from 'vitest';
import { menOf } from '../../src/scenario/checks/history.ts';
import { lexiconOf } from '../../src/scenario/lexicon.ts';
import { kunlunFiles } from './files.ts';

const files = kunlunFiles();
const { scenario, oob, air, history } = files;
const men = (id: string): number => menOf(files, lexiconOf(files), id);
const pieces = (id: string): number => oob.units.reduce((sum, unit) => sum + (unit.equipment[id] ?? 0), 0);

/** Every unit of the compilation that the scenario was made from. */
const COMPILED =
  'cn_guilin cn_38ag cn_5a cn_h1_1 cn_h1_2 cn_h1_3 cn_h1 cn_200_598 cn_200_599 cn_200_600 cn_200 cn_n22_64 cn_n22_65 cn_n22_66 cn_n22 cn_arm2 cn_arm1 cn_recon cn_art cn_at cn_eng cn_motor cn_rep cn_ghqart cn_92 cn_99 cn_118 cn_37ag cn_159 cn_160 cn_16ag cn_135 cn_170 cn_131 cn_188 cn_175 cn_n19 cn_26ag cn_militia cn_36a cn_2a cn_6a cn_64a cn_af jp_21a jp_5d jp_21b jp_21ir_1 jp_21ir_2 jp_21ir_3 jp_21ir jp_42ir_2 jp_42ir_1 jp_42ir_3 jp_42ir jp_5cav jp_5art jp_5eng jp_tank jp_9b jp_11ir jp_41ir jp_tw jp_tw1 jp_tw2 jp_snlf jp_air jp_gd jp_18d'.split(
    ' ',
  );

describe('order of battle', () => {
  test('5 Corps has the 43-46,000 men of the compilation', () => {
    expect(men('cn_5a')).toBeGreaterThanOrEqual(43_000);
    expect(men('cn_5a')).toBeLessThanOrEqual(46_000);
  });

  test('21 Infantry is the 2,600 that 1,168 casualties at 45 per cent make', () => {
    expect(Math.abs(men('jp_21ir') - 1168 / 0.45)).toBeLessThan(50);
  });

  test('the garrison of the pass is the Matsumoto Battalion of 900, dug in for two weeks', () => {
    expect(men('jp_42ir_2')).toBe(900);
    for (const id of ['jp_42ir_2', 'jp_42ir_2_5', 'jp_42ir_2_6', 'jp_42ir_2_7', 'jp_42at'])
      expect(oob.units.find((unit) => unit.id === id)?.dugDays).toBe(14);
  });

  test('no more tanks than were ever delivered', () => {
    expect(pieces('t26')).toBeLessThanOrEqual(82);
    expect(pieces('cv33')).toBeLessThanOrEqual(20);
    const armour = oob.units.find((unit) => unit.id === 'cn_arm2')?.equipment ?? {};
    expect((armour['t26'] ?? 0) + (armour['cv33'] ?? 0) + (armour['ba'] ?? 0)).toBe(54);
  });

  test('every compiled unit is on the map or left out with a reason', () => {
    const units = new Set(oob.units.map((unit) => unit.id));
    const omitted = new Map(history.omitted.map((entry) => [entry.id, entry.why]));
    for (const id of COMPILED) expect([id, units.has(id) || (omitted.get(id)?.length ?? 0) > 10]).toEqual([id, true]);
    for (const id of omitted.keys()) expect(COMPILED).toContain(id);
  });

  test('about a hundred aircraft a side', () => {
    for (const side of ['cn', 'jp']) {
      const count = air.formations.filter((one) => one.side === side).reduce((sum, one) => sum + one.count, 0);
      expect(count).toBeGreaterThan(85);
      expect(count).toBeLessThan(116);
    }
  });
});

describe('history', () => {
  const figures = (id: string) => history.outcomes.find((outcome) => outcome.id === id)?.values ?? [];
  const best = (id: string, source: string) => figures(id).find((value) => value.source.includes(source))?.best;

  test('all that the source document counts is there, under its key', () => {
    expect(best('cn_5corps_total', 'DOC')).toBe(14_000);
    expect(best('jp_total_casualties_kunlun', 'DOC')).toBe(10_000);
    expect(best('jp_total_killed_kunlun', 'DOC')).toBe(5000);
    expect(best('jp_officer_loss_fraction', 'DOC')).toBe(0.85);
    expect(best('jp_prisoners', 'DOC')).toBe(102);
    expect(best('captured_horses', 'DOC')).toBe(79);
    expect(best('captured_mountain_guns', 'DOC')).toBe(10);
    expect(best('captured_field_guns', 'DOC')).toBe(12);
    expect(best('captured_AT_guns', 'DOC')).toBe(10);
    expect(best('captured_LMG', 'DOC')).toBe(102);
    expect(best('captured_HMG', 'DOC')).toBe(80);
    expect(best('captured_rifles', 'DOC')).toBe(2000);
  });

  test('sources that disagree stand side by side', () => {
    const killed = new Set(figures('cn_5corps_killed').map((value) => value.best));
    expect([...killed].sort((a, b) => Number(a) - Number(b))).toEqual([3400, 4000, 5600, 5683]);
    expect(best('jp_prisoners', 'JMED')).toBe(7);
  });

  test('the colonels that the document kills are refuted', () => {
    for (const id of ['officer-sakata', 'officer-miki']) {
      const claim = history.claims.find((one) => one.id === id);
      expect(claim).toMatchObject({ verdict: 'refuted', source: ['DOC'] });
      expect(claim?.against).toContain('WSUM');
    }
    for (const name of ['生田滕一', '杵平作', '官本得', '森本宮'])
      expect(history.claims.some((claim) => claim.claim.includes(name))).toBe(true);
  });

  test('the diary, the first victory since Wuhan and the 240 tanks have a verdict', () => {
    const verdict = (id: string) => history.claims.find((claim) => claim.id === id)?.verdict;
    expect([verdict('diary'), verdict('first-victory'), verdict('tanks-240')]).toEqual([
      'unverified',
      'unverified',
      'impossible',
    ]);
  });

  test('the historical grade is the one that its own sum reaches', () => {
    const { victory } = scenario;
    const held = {
      cn: ['kunlun', 'h653', 'h441', 'jiutang', 'binyang'],
      jp: ['batang', 'wutang', 'gaofeng', 'nanning'],
    };
    expect(victory.objectives.length).toBe(held.cn.length + held.jp.length);
    const points = (side: 'cn' | 'jp'): number =>
      held[side].reduce((sum, id) => sum + (victory.objectives.find((one) => one.place === id)?.points[side] ?? 0), 0);
    const pass = victory.objectives.find((one) => one.place === 'kunlun')?.pointsPerTurn ?? {};
    const perTurn = 13 * (pass['cn'] ?? 0) - 16 * (pass['jp'] ?? 0);
    const losses = (3000 * (victory.pointsPer100Men['jp'] ?? 0) - 24_000 * (victory.pointsPer100Men['cn'] ?? 0)) / 100;
    const nakamura = oob.leaders.find((leader) => leader.id === 'nakamura');
    const fallen = ((nakamura?.rating ?? 0) + 3) * (victory.pointsPerLeader['jp'] ?? 0);
    const prisoners = Math.floor((60 * (victory.milliPointsPerPrisoner['jp'] ?? 0)) / 1000);
    const margin = points('cn') - points('jp') + perTurn + losses + fallen + prisoners;
    expect(victory.historical?.note).toContain(`= ${margin}`);
    expect(victory.grades.find((grade) => margin >= grade.atLeast)?.id).toBe(victory.historical?.grade);
  });
});
