/** Each kind of fault is found, under its code and at its exact path. */
import { describe, expect, test } from 'vitest';
import { at, type Files, kunlunFiles, problemsOf, problemsOfAll } from './files.ts';

const shipped = kunlunFiles();
const unit = (id: string): number => at(shipped.oob.units, id);
const event = (id: string): number => at(shipped.scenario.events, id);
const objective = (id: string): number => at(shipped.scenario.victory.objectives, id);

type Spoil = (files: Files) => void;
type Case = [what: string, code: string, path: string, spoil: Spoil];

const units = (f: Files, id: string) => f.oob.units[unit(id)] as Files['oob']['units'][number];
/** A hex of open water is made where none is. */
function flood(f: Files, hex: string): void {
  const [col, row] = [Number(hex.slice(0, 2)), Number(hex.slice(2))];
  const letters = f.map.cover[row] as string;
  f.map.cover[row] = `${letters.slice(0, col)}W${letters.slice(col + 1)}`;
}

const FAULTS: Case[] = [
  [
    'unknown side of a unit',
    'unknown-side',
    `oob.units[${unit('cn_h1_1')}].side`,
    (f) => {
      units(f, 'cn_h1_1').side = 'su';
    },
  ],
  [
    'unknown parent',
    'unknown-parent',
    `oob.units[${unit('cn_h1_1')}].parent`,
    (f) => {
      units(f, 'cn_h1_1').parent = 'cn_h9';
    },
  ],
  [
    'parent of the other side',
    'parent-side',
    `oob.units[${unit('cn_h1_1')}].parent`,
    (f) => {
      units(f, 'cn_h1_1').parent = 'jp_21b';
    },
  ],
  [
    'chain of command in a ring',
    'parent-cycle',
    `oob.units[${unit('cn_h1')}].parent`,
    (f) => {
      units(f, 'cn_h1').parent = 'cn_h1';
    },
  ],
  [
    'unknown equipment',
    'unknown-equipment',
    `oob.units[${unit('cn_arm2')}].equipment.t34`,
    (f) => {
      units(f, 'cn_arm2').equipment['t34'] = 5;
    },
  ],
  [
    'no men',
    'strength',
    `oob.units[${unit('jp_5cav')}].men`,
    (f) => {
      units(f, 'jp_5cav').men = 0;
    },
  ],
  [
    'fewer than no men',
    'strength',
    `oob.units[${unit('jp_5cav')}].men`,
    (f) => {
      units(f, 'jp_5cav').men = -450;
    },
  ],
  [
    'more rifles than men',
    'strength',
    `oob.units[${unit('jp_5cav')}].equipment`,
    (f) => {
      units(f, 'jp_5cav').equipment['rifle_jp'] = 451;
    },
  ],
  [
    'guns without crews',
    'strength',
    `oob.units[${unit('jp_42mtn')}].equipment`,
    (f) => {
      units(f, 'jp_42mtn').equipment['mtn_jp'] = 40;
    },
  ],
  [
    'id given twice',
    'duplicate-id',
    `oob.units[${unit('cn_h1_2')}].id`,
    (f) => {
      units(f, 'cn_h1_2').id = 'cn_h1_1';
    },
  ],
  [
    'unit with the id of a formation',
    'duplicate-id',
    `oob.units[${unit('cn_188')}].id`,
    (f) => {
      units(f, 'cn_188').id = 'cn_92';
    },
  ],
  [
    'leader of an unknown unit',
    'unknown-unit',
    `oob.leaders[${at(shipped.oob.leaders, 'nakamura')}].unit`,
    (f) => {
      (f.oob.leaders[at(f.oob.leaders, 'nakamura')] as { unit: string }).unit = 'jp_99b';
    },
  ],
  [
    'hex off the map',
    'off-map',
    `oob.units[${unit('cn_rep1')}].arrival.hex`,
    (f) => {
      units(f, 'cn_rep1').arrival.hex = '6432';
    },
  ],
  [
    'unit in the water',
    'impassable',
    `oob.units[${unit('cn_rep1')}].arrival.hex`,
    (f) => {
      units(f, 'cn_rep1').arrival.hex = '5548';
      flood(f, '5548');
    },
  ],
  [
    'tanks in the hills without a road',
    'impassable',
    `oob.units[${unit('cn_arm1')}].arrival.hex`,
    (f) => {
      units(f, 'cn_arm1').arrival.hex = '2807';
    },
  ],
  [
    'a third division in one hex',
    'stacking',
    `oob.units[${unit('cn_188')}].arrival.hex`,
    (f) => {
      units(f, 'cn_188').arrival.hex = '1926';
    },
  ],
  [
    'both sides in one hex',
    'two-sides',
    `oob.units[${unit('jp_5cav')}].arrival.hex`,
    (f) => {
      units(f, 'jp_5cav').arrival.hex = units(f, 'cn_h1').arrival.hex;
    },
  ],
  [
    'no supply on turn one',
    'no-supply',
    `oob.units[${unit('jp_5cav')}].arrival.hex`,
    (f) => {
      units(f, 'jp_5cav').arrival.hex = '5010';
    },
  ],
  [
    'date that is no day',
    'bad-date',
    `oob.units[${unit('jp_9b')}].arrival.date`,
    (f) => {
      units(f, 'jp_9b').arrival.date = '1939-12-32';
    },
  ],
  [
    'arrival after the end',
    'date-outside',
    `oob.units[${unit('cn_188')}].arrival.date`,
    (f) => {
      units(f, 'cn_188').arrival.date = '1940-01-13';
    },
  ],
  [
    'waiting beyond the end',
    'date-outside',
    `oob.units[${unit('cn_188')}].held.until`,
    (f) => {
      units(f, 'cn_188').held = { until: '1940-02-01', reason: 'never' };
    },
  ],
  [
    'withdrawal before arrival',
    'date-order',
    `oob.units[${unit('jp_9b')}].withdraw.date`,
    (f) => {
      units(f, 'jp_9b').withdraw = { date: '1939-12-20', reason: 'recalled' };
    },
  ],
  [
    'radius of command without an HQ',
    'command',
    `oob.units[${unit('cn_h1_1')}].commandKm`,
    (f) => {
      units(f, 'cn_h1_1').commandKm = 10;
    },
  ],
  [
    'neither source nor reason',
    'unsourced',
    `oob.units[${unit('cn_eng')}].source`,
    (f) => {
      units(f, 'cn_eng').source = [];
      delete units(f, 'cn_eng').estimated;
    },
  ],
  [
    'date of an event outside',
    'date-outside',
    `scenario.events[${event('order')}].date`,
    (f) => {
      (f.scenario.events[event('order')] as { date: string }).date = '1939-12-14';
    },
  ],
  [
    'event for an unknown unit',
    'unknown-unit',
    `scenario.events[${event('rush')}].effects[1].unit`,
    (f) => {
      (f.scenario.events[event('rush')] as Files['scenario']['events'][number]).effects[1] = {
        type: 'arrive',
        unit: 'jp_22ir',
      };
    },
  ],
  [
    'event waiting for an unknown place',
    'unknown-place',
    `scenario.events[${event('pass-taken')}].when.place`,
    (f) => {
      (f.scenario.events[event('pass-taken')] as Files['scenario']['events'][number]).when = {
        type: 'held',
        place: 'shangri-la',
        side: 'cn',
      };
    },
  ],
  [
    'objective not on the map',
    'objective-off-map',
    `scenario.victory.objectives[${objective('jiutang')}].place`,
    (f) => {
      (f.scenario.victory.objectives[objective('jiutang')] as { place: string }).place = 'qinzhou';
    },
  ],
  [
    'points for nobody',
    'unknown-side',
    `scenario.victory.objectives[${objective('jiutang')}].points.uk`,
    (f) => {
      (f.scenario.victory.objectives[objective('jiutang')] as { points: Record<string, number> }).points['uk'] = 3;
    },
  ],
  [
    'chances beyond a thousand',
    'chances',
    'scenario.weather.tables[0].chances',
    (f) => {
      (f.scenario.weather.tables[0] as { chances: { clear: number } }).chances.clear += 1;
    },
  ],
  [
    'weather of a day twice',
    'duplicate-id',
    'scenario.weather.fixed[1].date',
    (f) => {
      (f.scenario.weather.fixed[1] as { date: string }).date = (f.scenario.weather.fixed[0] as { date: string }).date;
    },
  ],
  [
    'depot off the map',
    'off-map',
    'scenario.supplySources[0].hex',
    (f) => {
      (f.scenario.supplySources[0] as { hex: string }).hex = '5064';
    },
  ],
  [
    'grades out of order',
    'grades',
    'scenario.victory.grades[1].atLeast',
    (f) => {
      (f.scenario.victory.grades[1] as { atLeast: number }).atLeast = 999;
    },
  ],
  [
    'historical grade that does not exist',
    'unknown-grade',
    'scenario.victory.historical.grade',
    (f) => {
      Object.assign(f.scenario.victory.historical as object, { grade: 'glorious' });
    },
  ],
  [
    'trucks of one side only',
    'missing',
    'scenario.truckLift.jp',
    (f) => {
      f.scenario.truckLift = { cn: 10 };
    },
  ],
  [
    'end before the start',
    'date-order',
    'scenario.endDate',
    (f) => {
      f.scenario.endDate = '1939-12-01';
    },
  ],
  [
    'row of the map too short',
    'map-size',
    'map.relief[7]',
    (f) => {
      f.map.relief[7] = (f.map.relief[7] as string).slice(1);
    },
  ],
  [
    'road with a gap',
    'not-adjacent',
    'map.roads[0].hexes[1]',
    (f) => {
      (f.map.roads[0] as { hexes: string[] }).hexes[1] = '0000';
    },
  ],
  [
    'bridge on dry land',
    'no-river',
    'map.bridges[0]',
    (f) => {
      f.map.rivers = [];
    },
  ],
  [
    'place off the map',
    'off-map',
    `map.places[${at(shipped.map.places, 'hengxian')}].hex`,
    (f) => {
      (f.map.places[at(f.map.places, 'hengxian')] as { hex: string }).hex = '9999';
    },
  ],
  [
    'map of another scenario',
    'mixed-files',
    'map.id',
    (f) => {
      f.map.id = 'west-hunan';
    },
  ],
  [
    'unknown aircraft',
    'unknown-aircraft',
    'air.formations[0].aircraft',
    (f) => {
      (f.air.formations[0] as { aircraft: string }).aircraft = 'p51';
    },
  ],
  [
    'airfield nowhere',
    'base',
    'air.formations[0].base',
    (f) => {
      (f.air.formations[0] as { base: object }).base = { name: 'Shangri-La' };
    },
  ],
];

describe('faults of meaning', () => {
  test.each(FAULTS)('%s: %s at %s', (_what, code, path, spoil) => {
    const found = problemsOf(spoil).map((problem) => `${problem.code} ${problem.path} ${problem.file}`);
    expect(found).toContain(`${code} ${path} ${path.split('.')[0]}.json`);
  });

  test('the shipped files, untouched, have none of them', () => {
    expect(problemsOfAll(() => {})).toEqual([]);
  });
});

describe('faults of sources and history', () => {
  const CASES: Case[] = [
    [
      'source nobody has heard of',
      'unknown-source',
      `oob.units[${unit('cn_eng')}].source[0]`,
      (f) => {
        units(f, 'cn_eng').source = ['HEARSAY'];
      },
    ],
    [
      'source of a figure',
      'unknown-source',
      'history.outcomes[0].values[0].source[0]',
      (f) => {
        (f.history.outcomes[0]?.values[0] as { source: string[] }).source = ['HEARSAY'];
      },
    ],
    [
      'strength that does not add up',
      'strength',
      `history.strengths[${shipped.history.strengths.findIndex((one) => one.of === 'cn_5a' && one.used)}]`,
      (f) => {
        units(f, 'cn_motor').men += 5000;
      },
    ],
    [
      'measure of an unknown formation',
      'unknown-formation',
      `history.outcomes[${at(shipped.history.outcomes, 'cn_5corps_killed')}].measure.formation`,
      (f) => {
        (f.history.outcomes[at(f.history.outcomes, 'cn_5corps_killed')] as { measure: unknown }).measure = {
          kind: 'losses',
          side: 'cn',
          formation: 'cn_6a',
          what: ['killed'],
        };
      },
    ],
    [
      'neither measure nor reason',
      'missing',
      `history.outcomes[${at(shipped.history.outcomes, 'jp_officer_loss_fraction')}].noMeasure`,
      (f) => {
        delete f.history.outcomes[at(f.history.outcomes, 'jp_officer_loss_fraction')]?.noMeasure;
      },
    ],
    [
      'best beyond high',
      'range',
      `history.outcomes[${at(shipped.history.outcomes, 'jp_prisoners')}].values[0]`,
      (f) => {
        (f.history.outcomes[at(f.history.outcomes, 'jp_prisoners')]?.values[0] as { best: number }).best = 103;
      },
    ],
    [
      'men counted as a date',
      'type',
      `history.outcomes[${at(shipped.history.outcomes, 'jp_prisoners')}].values[0].low`,
      (f) => {
        (f.history.outcomes[at(f.history.outcomes, 'jp_prisoners')]?.values[0] as { low: string }).low = '1939-12-31';
      },
    ],
    [
      'unknown event of the game',
      'unknown-event',
      'history.events[0].game',
      (f) => {
        (f.history.events[0] as { game: string }).game = 'event:armistice';
      },
    ],
    [
      'movement to a place that is not there',
      'unknown-place',
      'history.movements[0].steps[1].place',
      (f) => {
        (f.history.movements?.[0]?.steps[1] as { place: string }).place = 'atlantis';
      },
    ],
    [
      'movement that arrives before it leaves',
      'date-order',
      'history.movements[0].steps[1].date',
      (f) => {
        (f.history.movements?.[0]?.steps[1] as { date: string }).date = '1939-01-01';
      },
    ],
    [
      'front at a place that is not there',
      'unknown-place',
      'history.front.entries[1].place',
      (f) => {
        (f.history.front?.entries[1] as { place: string }).place = 'atlantis';
      },
    ],
    [
      'front on a hex beyond the map',
      'off-map',
      'history.front.entries[0].hex',
      (f) => {
        const entry = f.history.front?.entries[0] as { place?: string; hex: string };
        delete entry.place;
        entry.hex = '9999';
      },
    ],
    [
      'front held by nobody we know',
      'unknown-side',
      'history.front.entries[0].held',
      (f) => {
        (f.history.front?.entries[0] as { held: string }).held = 'us';
      },
    ],
    [
      'front that goes back in time',
      'date-order',
      'history.front.entries[8].date',
      (f) => {
        (f.history.front?.entries[8] as { date: string }).date = '1939-01-01';
      },
    ],
    [
      'front on an event of another day',
      'date-order',
      'history.front.entries[7].events',
      (f) => {
        (f.history.front?.entries[7] as { events: string[] }).events = ['1939-11-24-nanning'];
      },
    ],
    [
      'front by estimate without a reason',
      'missing',
      'history.front.entries[0].note',
      (f) => {
        const entry = f.history.front?.entries[0] as { note?: string };
        delete entry.note;
      },
    ],
    [
      'movement of the other side’s troops',
      'other-side',
      'history.movements[0].who[0]',
      (f) => {
        (f.history.movements?.[0] as { who: string[] }).who = ['cn_h1'];
      },
    ],
  ];
  test.each(CASES)('%s: %s at %s', (_what, code, path, spoil) => {
    const found = problemsOfAll(spoil).map((problem) => `${problem.code} ${problem.path}`);
    expect(found).toContain(`${code} ${path}`);
  });
});
