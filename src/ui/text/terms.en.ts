/** Names of the closed lists of the rules. */
import type {
  AirMission,
  Cover,
  Doctrine,
  Echelon,
  EquipmentClass,
  Ground,
  Mobility,
  Relief,
  RiverClass,
  RoadClass,
  UnitKind,
  Weather,
} from '../../core/scenario.ts';
import type { LinkKind } from '../app/links.ts';

export const WEATHERS_EN: Record<Weather, string> = {
  clear: 'Clear',
  overcast: 'Overcast',
  fog: 'Fog',
  lightRain: 'Light rain',
  heavyRain: 'Heavy rain',
};
export const GROUNDS_EN: Record<Ground, string> = { dry: 'Dry', wet: 'Wet', mud: 'Mud' };
export const COVERS_EN: Record<Cover, string> = {
  bare: 'Bare',
  mixed: 'Fields and scrub',
  wooded: 'Wooded',
  paddy: 'Paddy',
  village: 'Village',
  town: 'Town',
  city: 'City',
  swamp: 'Swamp',
  water: 'Water',
};
export const RELIEFS_EN: Record<Relief, string> = { flat: 'Flat', rolling: 'Rolling', rugged: 'Rugged' };
export const RIVERS_EN: Record<RiverClass, string> = { stream: 'Stream', river: 'River', major: 'Major river' };
export const ROADS_EN: Record<RoadClass, string> = { road: 'Motor road', track: 'Track' };
export const MOBILITIES_EN: Record<Mobility, string> = {
  foot: 'On foot',
  pack: 'Pack animals',
  horse: 'Mounted',
  motor: 'Lorries',
  wheeled: 'Wheeled armour',
  tracked: 'Tracked armour',
};
export const KINDS_EN: Record<UnitKind, string> = {
  infantry: 'Infantry',
  motorised: 'Motorised infantry',
  cavalry: 'Cavalry',
  armour: 'Armour',
  artillery: 'Artillery',
  antiTank: 'Anti-tank',
  engineer: 'Engineers',
  hq: 'Headquarters',
  transport: 'Transport',
  irregular: 'Irregulars',
};
export const ECHELONS_EN: Record<Echelon, string> = {
  company: 'Company',
  battalion: 'Battalion',
  regiment: 'Regiment',
  brigade: 'Brigade',
  division: 'Division',
  corps: 'Corps',
  army: 'Army',
};
export const EQUIPMENT_CLASSES_EN: Record<EquipmentClass, string> = {
  rifle: 'Rifles',
  lmg: 'Light machine guns',
  hmg: 'Heavy machine guns',
  mortar: 'Mortars',
  infantryGun: 'Infantry guns',
  mountainGun: 'Mountain guns',
  fieldGun: 'Field guns',
  howitzer: 'Howitzers',
  atGun: 'Anti-tank guns',
  tank: 'Tanks',
  armouredCar: 'Armoured cars',
  truck: 'Lorries',
  horse: 'Horses',
};
export const AIR_MISSIONS_EN: Record<AirMission, string> = {
  closeSupport: 'Close support',
  interdiction: 'Interdiction',
  reconnaissance: 'Reconnaissance',
  supplyDrop: 'Supply drop',
  superiority: 'Air superiority',
  bridges: 'Bridges',
  troopLift: 'Troop lift',
  supplyLift: 'Supply lift',
};
export const AIR_MISSIONS_ABOUT_EN: Record<AirMission, string> = {
  closeSupport: 'Helps every attack on this hex, and its defence, until our next turn.',
  interdiction:
    'Cuts what supply passes through this hex until our next turn, and hits enemy columns there that were on the move.',
  reconnaissance: 'Shows what stands in and around this hex.',
  supplyDrop: 'Drops food and ammunition to our troops in this hex; some falls to the enemy.',
  superiority:
    'Patrols over the whole map until our next turn, and meets enemy aircraft wherever they fly; the hex does not matter.',
  bridges: 'Breaks crossings of this hex: nothing on wheels passes, and supply is carried over, until they are mended.',
  troopLift: 'Flies men who wait at the far end of the air bridge to an airfield.',
  supplyLift: 'Flies food and ammunition, half of each, into the depot at an airfield.',
};
export const DOCTRINES_EN: Record<Doctrine, { name: string; about: string }> = {
  attack: { name: 'Attack', about: 'The command wants ground taken and the enemy beaten.' },
  defend: { name: 'Defend', about: 'The command wants the ground held.' },
  withdraw: { name: 'Withdraw', about: 'The command wants the troops brought back whole.' },
};
/** By SUPPLY_CUT .. SUPPLY_FULL. */
export const SUPPLY_EN = ['Cut off', 'A trickle', 'Partial', 'Full'];
/** By stance. */
export const STANCES_EN = ['Normal', 'Hold at all costs', 'Elastic'];
export const STANCES_SHORT_EN = ['Normal', 'Hold', 'Elastic'];
export const STANCES_ABOUT_EN = [
  'Gives way when the fight is lost.',
  'Stays longer and loses more.',
  'Gives ground early and saves men.',
];
/** By what the other side knows: SEEN_NOTHING .. SEEN_STRENGTH. */
export const SEEN_EN = ['Unseen', 'Contact only', 'Type known', 'Strength known'];
/** By LeaderState.status. */
export const LEADER_STATUS_EN = ['Fit', 'Wounded', 'Killed', 'Captured'];
export const UNIT_STATUS_EN = ['Expected', 'On the map', 'Destroyed', 'Withdrawn'];
/** What can be blown up between two hexes. */
export const LINKS_EN: Record<LinkKind, string> = {
  bridge: 'bridge',
  ferry: 'ferry',
  road: 'road',
  track: 'track',
  railway: 'railway',
};
