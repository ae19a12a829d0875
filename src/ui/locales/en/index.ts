/** All messages in English; every other language has the same keys (a test holds them to it). */
import air from './air.json';
import battle from './battle.json';
import command from './command.json';
import common from './common.json';
import depots from './depots.json';
import events from './events.json';
import explain from './explain.json';
import factors from './factors.json';
import help from './help.json';
import inspector from './inspector.json';
import keyboard from './keyboard.json';
import keys from './keys.json';
import laboratory from './laboratory.json';
import lesson from './lesson.json';
import map from './map.json';
import notes from './notes.json';
import opponents from './opponents.json';
import panels from './panels.json';
import plan from './plan.json';
import reasons from './reasons.json';
import refusals from './refusals.json';
import replay from './replay.json';
import report from './report.json';
import rulebook from './rulebook.json';
import screens from './screens.json';
import staff from './staff.json';
import storage from './storage.json';
import terms from './terms.json';
import terrain from './terrain.json';

const messages = {
  ...air,
  ...battle,
  ...command,
  ...common,
  ...depots,
  ...events,
  ...explain,
  ...factors,
  ...help,
  ...inspector,
  ...keyboard,
  ...keys,
  ...laboratory,
  ...lesson,
  ...map,
  ...notes,
  ...opponents,
  ...panels,
  ...plan,
  ...reasons,
  ...refusals,
  ...replay,
  ...report,
  ...rulebook,
  ...screens,
  ...staff,
  ...storage,
  ...terms,
  ...terrain,
};

export type MessageKey = keyof typeof messages;
export type Messages = Readonly<Record<MessageKey, string>>;
export default messages;
