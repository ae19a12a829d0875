/** All words of the page in English; another language is another object of the same shape. */
import type { Refusal } from '../../core/refusal.ts';
import { AIR_EN } from './air.en.ts';
import { COMINGS_EN, COMMAND_EN } from './command.en.ts';
import { DEPOTS_EN } from './depots.en.ts';
import { EVENTS_EN } from './events.en.ts';
import { FACTORS_EN } from './factors.en.ts';
import { COMMANDS_EN, HELP_EN } from './help.en.ts';
import type { Names } from './names.ts';
import { PANELS_EN } from './panels.en.ts';
import { REFUSALS_EN } from './refusals.en.ts';
import { SCREENS_EN } from './screens.en.ts';
import * as terms from './terms.en.ts';

export const en = {
  ...SCREENS_EN,
  ...PANELS_EN,
  air: AIR_EN,
  command: COMMAND_EN,
  comings: COMINGS_EN,
  depots: DEPOTS_EN,
  help: HELP_EN,
  commands: COMMANDS_EN,
  refusals: REFUSALS_EN,
  events: EVENTS_EN,
  factors: FACTORS_EN,
  terms: {
    weathers: terms.WEATHERS_EN,
    grounds: terms.GROUNDS_EN,
    covers: terms.COVERS_EN,
    reliefs: terms.RELIEFS_EN,
    rivers: terms.RIVERS_EN,
    roads: terms.ROADS_EN,
    links: terms.LINKS_EN,
    kinds: terms.KINDS_EN,
    mobilities: terms.MOBILITIES_EN,
    echelons: terms.ECHELONS_EN,
    equipment: terms.EQUIPMENT_CLASSES_EN,
    missions: terms.AIR_MISSIONS_EN,
    missionsAbout: terms.AIR_MISSIONS_ABOUT_EN,
    doctrines: terms.DOCTRINES_EN,
    supply: terms.SUPPLY_EN,
    stances: terms.STANCES_EN,
    stancesShort: terms.STANCES_SHORT_EN,
    stancesAbout: terms.STANCES_ABOUT_EN,
    seen: terms.SEEN_EN,
    leaderStatus: terms.LEADER_STATUS_EN,
    unitStatus: terms.UNIT_STATUS_EN,
  },
};

export type Texts = typeof en;

/** A refusal in words. */
export function refusalText(refusal: Refusal, names: Names): string {
  return en.refusals[refusal.code](refusal, names);
}
