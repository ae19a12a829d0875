/** Operational plans: what holds is accepted, each fault is found at its path, and a scenario does without them. */
import { describe, expect, test } from 'vitest';
import type { PlansData } from '../../src/core/plans.ts';
import { parseWhole } from '../../src/scenario/load.ts';
import { type Files, kunlunFiles } from './files.ts';
import { enrich } from './rich.ts';

function plans(): PlansData {
  return {
    formatVersion: 1,
    plans: [
      {
        id: 'push',
        side: 'cn',
        name: 'Push',
        text: 'Over the pass and on.',
        columns: [
          {
            id: 'centre',
            name: 'Centre',
            formations: ['cn_5a'],
            phases: [
              { from: '1939-12-18', task: 'assemble', axis: ['gaofeng'], effort: 3, reason: 'wait' },
              {
                from: '1939-12-20',
                when: { type: 'all', conditions: [{ type: 'held', place: 'kunlun', side: 'jp' }] },
                task: 'drive',
                axis: ['kunlun', 'jiutang'],
                effort: 9,
                limits: { foodDays: 2.5, lossPercent: 30 },
                reason: 'the pass',
              },
            ],
            source: [],
            estimated: true,
            note: 'made for the test',
          },
          {
            id: 'right',
            name: 'Right',
            formations: ['cn_200', 'cn_h1_1'],
            phases: [{ from: '1939-12-18', task: 'strike', axis: ['jiutang'], effort: 5, reason: 'the rear' }],
            source: [],
            estimated: true,
            note: 'made for the test',
          },
        ],
        air: [
          {
            from: '1939-12-18',
            troopLift: 3,
            supplyLift: 2,
            keepFuelKg: 1000,
            interdiction: 4,
            targets: ['jiutang'],
          },
        ],
        decisions: [{ decision: 'call', when: { type: 'held', place: 'kunlun', side: 'cn' }, reason: 'needed' }],
        source: [],
        estimated: true,
        note: 'made for the test',
      },
    ],
  };
}

/** Faults of Kunlun Pass with a decision and the plan above, once `spoil` has changed it. */
function faults(spoil: (plan: PlansData['plans'][number], all: PlansData) => void = () => {}): string[] {
  const files: Files = kunlunFiles();
  enrich(files);
  const { scenario, map, oob, air } = files;
  scenario.decisions = [
    ...(scenario.decisions ?? []),
    {
      id: 'call',
      side: 'cn',
      title: 'Call',
      text: 'Call them.',
      from: '1939-12-18',
      until: '1939-12-20',
      cost: 1,
      delayDays: 0,
      effects: [{ type: 'message' }],
      source: [],
      estimated: true,
      note: 'made for the test',
    },
  ];
  const all = plans();
  spoil(all.plans[0] as PlansData['plans'][number], all);
  const found = parseWhole({ scenario, map, oob, air, plans: all });
  return found.ok ? [] : found.problems.map(({ file, code, path }) => `${file} ${code} ${path}`);
}

test('a plan with one of everything is valid and comes with the scenario', () => {
  expect(faults()).toEqual([]);
  const { scenario, map, oob, air } = kunlunFiles();
  const plain = parseWhole({ scenario, map, oob, air });
  expect(plain.ok && 'plans' in plain.data.data).toBe(false);
});

type Plan = PlansData['plans'][number];
type Column = Plan['columns'][number];
type Phase = Column['phases'][number];
const columnOf = (plan: Plan, i: number): Column => plan.columns[i] as Column;
const phaseOf = (plan: Plan, i: number, k: number): Phase => columnOf(plan, i).phases[k] as Phase;

const FAULTS: [path: string, code: string, spoil: (plan: Plan, all: PlansData) => void][] = [
  ['plans.plans[0].side', 'unknown-side', (plan) => Object.assign(plan, { side: 'uk' })],
  ['plans.plans[1].id', 'duplicate-id', (plan, all) => all.plans.push({ ...structuredClone(plan), columns: [] })],
  ['plans.plans[0].source', 'unsourced', (plan) => Object.assign(plan, { estimated: false })],
  ['plans.plans[0].columns[1].id', 'duplicate-id', (plan) => Object.assign(columnOf(plan, 1), { id: 'centre' })],
  ['plans.plans[0].columns[0].formations[1]', 'unknown-unit', (plan) => columnOf(plan, 0).formations.push('cn_99a')],
  ['plans.plans[0].columns[0].formations[1]', 'other-side', (plan) => columnOf(plan, 0).formations.push('jp_21b')],
  ['plans.plans[0].columns[1].formations[2]', 'duplicate-id', (plan) => columnOf(plan, 1).formations.push('cn_5a')],
  [
    'plans.plans[0].columns[0].formations',
    'missing',
    (plan) => {
      columnOf(plan, 0).formations = ['cn_92'];
      columnOf(plan, 1).formations = ['cn_92_1', 'cn_92_2', 'cn_92_3'];
    },
  ],
  [
    'plans.plans[0].columns[0].phases[1].from',
    'date-order',
    (plan) => Object.assign(phaseOf(plan, 0, 1), { from: '1939-12-17' }),
  ],
  [
    'plans.plans[0].columns[0].phases[1].from',
    'bad-date',
    (plan) => Object.assign(phaseOf(plan, 0, 1), { from: '1939-12-32' }),
  ],
  [
    'plans.plans[0].columns[0].phases[1].axis[1]',
    'unknown-place',
    (plan) => Object.assign(phaseOf(plan, 0, 1), { axis: ['kunlun', 'paris'] }),
  ],
  [
    'plans.plans[0].columns[0].phases[1].when.conditions[0].place',
    'unknown-place',
    (plan) =>
      Object.assign(phaseOf(plan, 0, 1), {
        when: { type: 'all', conditions: [{ type: 'held', place: 'paris', side: 'jp' }] },
      }),
  ],
  [
    'plans.plans[0].columns[0].phases[1].when.side',
    'other-side',
    (plan) => Object.assign(phaseOf(plan, 0, 1), { when: { type: 'stock', side: 'jp', atLeastKg: 5 } }),
  ],
  ['plans.plans[0].air[0].targets[0]', 'unknown-place', (plan) => plan.air?.[0]?.targets.splice(0, 1, 'paris')],
  [
    'plans.plans[0].decisions[0].decision',
    'unknown-decision',
    (plan) => Object.assign(plan.decisions?.[0] as object, { decision: 'none' }),
  ],
  [
    'plans.plans[0].decisions[1].decision',
    'duplicate-id',
    (plan) => plan.decisions?.push({ decision: 'call', reason: 'again' }),
  ],
  [
    'plans.plans[0].columns[0].phases[1].task',
    'choice',
    (plan) => Object.assign(phaseOf(plan, 0, 1), { task: 'dance' }),
  ],
  ['plans.plans[0].columns[0].phases[1].axis', 'range', (plan) => Object.assign(phaseOf(plan, 0, 1), { axis: [] })],
];

describe('faults', () => {
  test.each(FAULTS)('%s: %s', (path, code, spoil) => {
    expect(faults(spoil)).toContain(`plans.json ${code} ${path}`);
  });
});
