/** Rulebook 11: fatigue, cohesion, works, repair, hunger and disease at the end of a game turn. */
import { dice } from '../dice.ts';
import type { GameEvent } from '../event.ts';
import { daysOfTurn, type Game } from '../game.ts';
import { inEnemyZoc, type Position, position } from '../position.ts';
import { UNIT_KINDS } from '../scenario.ts';
import {
  ACT_ASSAULTED,
  ACT_DEFENDED,
  ACT_MOVED,
  ACT_RETREATED,
  type GameState,
  SUPPLY_PARTIAL,
  UNIT_ON_MAP,
} from '../state.ts';
import { removeIfEmpty, roundBy } from './losses.ts';

const ENGINEER = UNIT_KINDS.indexOf('engineer');
const FOUGHT = ACT_ASSAULTED | ACT_DEFENDED | ACT_RETREATED;

/** 11.1-11.5, for every unit on the map. */
export function recover(game: Game, state: GameState, events: GameEvent[]): void {
  const days = daysOfTurn(game);
  const { hunger, recovery: rules } = game.rules;
  const pos = position(game, state, -1);
  for (const info of game.units) {
    const unit = state.units[info.index] as GameState['units'][number];
    if (unit.status !== UNIT_ON_MAP) continue;
    const contact = inEnemyZoc(pos, unit.hex, info.side);
    const fought = (unit.acts & FOUGHT) !== 0;
    if (unit.food <= 0) unit.cohesion = Math.max(0, unit.cohesion - Math.round(hunger.cohesion * days));
    else if (unit.supply >= SUPPLY_PARTIAL || !contact) {
      const gain = fought || contact ? rules.cohesionInContact : rules.cohesion;
      unit.cohesion = Math.min(1000, unit.cohesion + Math.round(gain * days));
    }
    if (!fought)
      unit.fatigue = Math.max(0, unit.fatigue - Math.round((contact ? rules.restInContact : rules.rest) * days));
    if ((unit.acts & (ACT_MOVED | ACT_ASSAULTED | ACT_RETREATED)) === 0) dig(game, state, pos, info.index, days);
    if (!contact) repair(state, info.index, days);
    unit.acts &= ~(ACT_DEFENDED | ACT_RETREATED);
    wasteAway(game, state, info.index, days, events);
  }
}

/** 11.3: engineers in the hex double the works of a day and may make them twice as deep. */
function dig(game: Game, state: GameState, pos: Position, index: number, days: number): void {
  const unit = state.units[index] as GameState['units'][number];
  let engineers = false;
  for (let i = pos.first[unit.hex] as number; i >= 0; i = pos.next[i] as number)
    if ((game.units[i] as Game['units'][number]).kind === ENGINEER) engineers = true;
  const { works, worksMost } = game.rules.recovery;
  const limit = engineers ? worksMost * 2 : worksMost;
  if (unit.dug < limit) unit.dug = Math.min(limit, unit.dug + Math.round((engineers ? 2 : 1) * works * days));
}

/** 11.4: a fifth of the pieces under repair come back each day, at least one a turn. */
function repair(state: GameState, index: number, days: number): void {
  const unit = state.units[index] as GameState['units'][number];
  for (let i = 0; i < unit.repair.length; i++) {
    const waiting = unit.repair[i] as number;
    if (waiting === 0) continue;
    const back = Math.min(waiting, Math.max(1, Math.floor((waiting * days) / 5)));
    unit.repair[i] = waiting - back;
    unit.eq[i] = (unit.eq[i] as number) + back;
  }
}

/** 11.5: disease by the scenario's rate, twice that without supply; hunger thins the ranks. Each has its own ledger, apart from battle. */
function wasteAway(game: Game, state: GameState, index: number, days: number, events: GameEvent[]): void {
  const unit = state.units[index] as GameState['units'][number];
  const side = (game.units[index] as Game['units'][number]).side;
  const roll = dice(state.seed, 'sick', state.turn, index);
  const { diseaseRate, diseaseRates, sides } = game.data.scenario;
  const daily = diseaseRates?.[sides[side]?.id ?? ''] ?? diseaseRate;
  const rate = (daily / 10000) * (unit.supply >= SUPPLY_PARTIAL ? 1 : 2) * days;
  const sick = Math.min(unit.men, roundBy(unit.men * rate, roll));
  const hungry =
    unit.food <= 0
      ? Math.min(unit.men - sick, roundBy(unit.men * game.rules.hunger.rate * unit.daysCut * days, roll))
      : 0;
  unit.men -= sick + hungry;
  unit.sick += sick;
  unit.starved += hungry;
  if (hungry > 0) events.push({ type: 'attrition', unit: index, sick, starved: hungry, missing: 0, to: 1 << side });
  removeIfEmpty(game, state, index, events);
}
