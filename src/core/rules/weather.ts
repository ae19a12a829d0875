/** Rulebook 1.2: weather by date where it is known, else by a seasonal table. */
import { dayNumber } from '../calendar.ts';
import { dice } from '../dice.ts';
import { dateOfTurn, type Game, turnOfDate } from '../game.ts';
import { GROUNDS, WEATHERS, type Weather } from '../scenario.ts';
import type { GameState } from '../state.ts';

/** 1.2: sets the weather of the turn; rain softens the ground, a turn without rain mends it by one step. */
export function setWeather(game: Game, state: GameState): void {
  const date = dateOfTurn(game, state.turn);
  const { fixed, tables } = game.data.scenario.weather;
  const known = fixed.find((entry) => turnOfDate(game.data, entry.date) === state.turn);
  state.weather = WEATHERS.indexOf(known ? known.weather : drawn(tables, date, state));
  const kind = WEATHERS[state.weather];
  if (kind === 'heavyRain') state.ground = GROUNDS.indexOf('mud');
  else if (kind === 'lightRain') state.ground = Math.max(state.ground, GROUNDS.indexOf('wet'));
  else state.ground = Math.max(0, state.ground - 1);
}

function drawn(tables: Game['data']['scenario']['weather']['tables'], date: string, state: GameState): Weather {
  let chances = tables[0]?.chances;
  for (const table of tables) if (dayNumber(table.from) <= dayNumber(date)) chances = table.chances;
  let roll = dice(state.seed, 'weather', state.turn).below(1000);
  for (const weather of WEATHERS) {
    roll -= chances?.[weather] ?? 0;
    if (roll < 0) return weather;
  }
  return 'clear';
}
