import type { Messages } from '../en/index.ts';
import air from './air.json';
import battle from './battle.json';
import command from './command.json';
import common from './common.json';
import depots from './depots.json';
import events from './events.json';
import explain from './explain.json';
import factors from './factors.json';
import help from './help.json';
import keyboard from './keyboard.json';
import keys from './keys.json';
import lesson from './lesson.json';
import map from './map.json';
import notes from './notes.json';
import panels from './panels.json';
import plan from './plan.json';
import refusals from './refusals.json';
import replay from './replay.json';
import rulebook from './rulebook.json';
import screens from './screens.json';
import staff from './staff.json';
import storage from './storage.json';
import terms from './terms.json';
import terrain from './terrain.json';

const messages: Messages = {
  ...air,
  ...battle,
  ...command,
  ...common,
  ...depots,
  ...events,
  ...explain,
  ...factors,
  ...help,
  ...keyboard,
  ...keys,
  ...lesson,
  ...map,
  ...notes,
  ...panels,
  ...plan,
  ...refusals,
  ...replay,
  ...rulebook,
  ...screens,
  ...staff,
  ...storage,
  ...terms,
  ...terrain,
};

export default messages;
