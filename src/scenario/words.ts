/**
 * The words of a scenario: every text in it that a player may see, by key, and what its translations lack. English is in
 * the files themselves; `words/<language>.json` has the rest. A key without a translation is shown in English.
 */
import type { ScenarioData } from '../core/scenario.ts';
import type { WholeScenario } from './load.ts';
import type { HistoryData } from './shapes/history.ts';

/** Languages that a scenario may be told in beside English. */
export const WORD_LANGUAGES = ['zh-Hant', 'zh-Hans', 'ja'] as const;
export type WordLanguage = (typeof WORD_LANGUAGES)[number];

/** A translation: texts by key. */
export type Words = Readonly<Record<string, string>>;

export interface SceneText {
  key: string;
  english: string;
  /** A translation is whole only with it; notes on sources may stay in English. */
  needed: boolean;
}

/** Key of a rank: armies call the same rank by different names. */
export function rankKey(side: string, rank: string): string {
  return `rank.${side}.${rank}`;
}

/** The heads of a scenario's ready change sets. */
export type WhatIfHead = Readonly<Record<'id' | 'title' | 'why', string>>;

/** What has texts: the files of a scenario, and its change sets where there are any. */
export type Told = Pick<WholeScenario, 'data' | 'history'> & { whatIfs?: readonly WhatIfHead[] };

/** Every text of a scenario, in the order of its files; one entry a key. */
export function textsOf({ data, history, whatIfs = [] }: Told): SceneText[] {
  const texts = new Map<string, SceneText>();
  const list = (needed: boolean) => (key: string, english: string | undefined) => {
    if (english !== undefined && english !== '' && !texts.has(key)) texts.set(key, { key, english, needed });
  };
  const add = { needed: list(true), spare: list(false) };
  addScenario(data, add);
  addForces(data, add);
  addGround(data, add);
  addPlans(data, add);
  if (history) addHistory(history, add);
  for (const { id, title, why } of whatIfs) {
    add.needed(`whatIf.${id}`, title);
    add.needed(`whatIf.${id}.why`, why);
  }
  return [...texts.values()];
}

type Add = (key: string, english: string | undefined) => void;
interface Adders {
  needed: Add;
  spare: Add;
}

function addScenario({ scenario }: ScenarioData, { needed, spare }: Adders): void {
  const { victory } = scenario;
  needed('title', scenario.title);
  needed('summary', scenario.summary);
  for (const side of scenario.sides) {
    needed(`side.${side.id}`, side.name);
    needed(`side.${side.id}.adjective`, side.adjective);
  }
  for (const depot of scenario.supplySources) {
    needed(`depot.${depot.id}`, depot.name);
    spare(`depot.${depot.id}.note`, depot.note);
  }
  for (const zone of scenario.boundaries ?? []) {
    needed(`boundary.${zone.id}`, zone.name);
    spare(`boundary.${zone.id}.note`, zone.note);
  }
  for (const [kind, entries] of [
    ['decision', scenario.decisions ?? []],
    ['event', scenario.events],
  ] as const)
    for (const one of entries) {
      needed(`${kind}.${one.id}.title`, one.title);
      needed(`${kind}.${one.id}.text`, one.text);
      spare(`${kind}.${one.id}.note`, one.note);
    }
  for (const stock of victory.stocks ?? []) needed(`stock.${stock.id}`, stock.name);
  for (const grade of victory.grades) needed(`grade.${grade.id}`, grade.name);
  if (victory.historical) {
    needed('historical.story', victory.historical.story);
    needed('historical.note', victory.historical.note);
  }
}

function addForces({ scenario, oob, air }: ScenarioData, { needed, spare }: Adders): void {
  const sideOf = new Map(oob.units.map((unit) => [unit.id, unit.side]));
  for (const one of oob.formations) needed(`formation.${one.id}`, one.name);
  for (const unit of oob.units) {
    needed(`unit.${unit.id}`, unit.name);
    needed(`held.${unit.id}`, unit.held?.reason);
    needed(`withdraw.${unit.id}`, unit.withdraw?.reason);
    spare(`unit.${unit.id}.note`, unit.note);
  }
  for (const leader of oob.leaders) {
    needed(`leader.${leader.id}`, leader.name);
    if (leader.rank) needed(rankKey(sideOf.get(leader.unit) ?? scenario.firstSide, leader.rank), leader.rank);
    spare(`leader.${leader.id}.note`, leader.note);
  }
  for (const kind of oob.equipment) {
    needed(`equipment.${kind.id}`, kind.name);
    spare(`equipment.${kind.id}.note`, kind.note);
  }
  for (const kind of air.aircraft) {
    needed(`aircraft.${kind.id}`, kind.name);
    spare(`aircraft.${kind.id}.note`, kind.note);
  }
  for (const one of air.formations) {
    needed(`air.${one.id}`, one.name);
    needed(`base.${one.base.name}`, one.base.name);
    if (one.fallback) needed(`base.${one.fallback.name}`, one.fallback.name);
    spare(`air.${one.id}.note`, one.note);
  }
}

function addGround({ map }: ScenarioData, { needed, spare }: Adders): void {
  for (const place of map.places) {
    needed(`place.${place.id}`, place.name);
    spare(`place.${place.id}.note`, place.note);
  }
  for (const line of [...map.rivers, ...map.roads, ...(map.rails ?? [])]) needed(`line.${line.name}`, line.name);
  for (const bridge of map.bridges) needed(`bridge.${bridge.id}`, bridge.name);
}

function addPlans({ plans }: ScenarioData, { needed, spare }: Adders): void {
  for (const plan of plans?.plans ?? []) {
    const key = `plan.${plan.id}`;
    needed(key, plan.name);
    needed(`${key}.text`, plan.text);
    spare(`${key}.note`, plan.note);
    for (const column of plan.columns) {
      const own = `${key}.column.${column.id}`;
      needed(own, column.name);
      column.phases.forEach((phase, i) => {
        needed(`${own}.${i}`, phase.reason);
      });
      spare(`${own}.note`, column.note);
    }
    for (const wanted of plan.decisions ?? []) needed(`${key}.decision.${wanted.decision}`, wanted.reason);
  }
}

function addHistory(history: HistoryData, { needed, spare }: Adders): void {
  for (const event of history.events) {
    needed(`history.event.${event.id}`, event.text);
    needed(`elsewhere.${event.elsewhere}`, event.elsewhere);
    if (event.game && !/^(event|decision):/.test(event.game)) needed(`history.event.${event.id}.game`, event.game);
    spare(`history.event.${event.id}.note`, event.note);
  }
  for (const movement of history.movements ?? []) spare(`history.movement.${movement.id}.note`, movement.note);
  for (const outcome of history.outcomes) {
    const key = `history.outcome.${outcome.id}`;
    needed(key, outcome.name);
    needed(`${key}.noMeasure`, outcome.noMeasure);
    spare(`${key}.why`, outcome.why);
    outcome.values.forEach((value, i) => {
      needed(`scope.${value.scope}`, value.scope);
      needed(`${key}.${i}.refuted`, value.refuted);
      needed(`${key}.${i}.note`, value.note);
    });
  }
  for (const claim of history.claims) {
    needed(`history.claim.${claim.id}.claim`, claim.claim);
    needed(`history.claim.${claim.id}.why`, claim.why);
    needed(`history.claim.${claim.id}.game`, claim.game);
  }
  for (const left of history.omitted) {
    spare(`history.omitted.${left.id}`, left.name);
    spare(`history.omitted.${left.id}.why`, left.why);
  }
}

export interface WordsCheck {
  /** Keys that belong to nothing in the scenario. */
  stray: string[];
  /** Keys of texts that ought to be there and are not. */
  missing: string[];
}

/** What a translation has too much and too little of. Keys without a text in the scenario are stray. */
export function checkWords(whole: Told, words: Words): WordsCheck {
  const texts = textsOf(whole);
  const known = new Set(texts.map(({ key }) => key));
  return {
    stray: Object.keys(words).filter((key) => !known.has(key)),
    missing: texts.filter(({ key, needed }) => needed && !Object.hasOwn(words, key)).map(({ key }) => key),
  };
}
