/** Words of the screens, dialogs and buttons. */

import type { Divergence, Mismatch } from '../../play/rerun.ts';
import type { Verdict } from '../../play/verify.ts';
import type { Chapter } from '../app/compare.ts';
import { formatCount, formatMinutes, joinNames } from './names.ts';

type AnyVerdict = Verdict | Divergence | Mismatch;
const many = (count: number, one: string, more: string): string => `${formatCount(count)} ${count === 1 ? one : more}`;

export const SCREENS_EN = {
  common: {
    close: 'Close',
    cancel: 'Cancel',
    understood: 'Understood',
    sources: (count: number): string => many(count, 'source', 'sources'),
  },
  start: {
    motto: 'Operational wargames of the war in China',
    loading: 'Unfolding the map…',
    noScenario: 'No scenario could be loaded.',
    scenarios: 'Scenarios',
    dates: 'Dates',
    length: 'Length',
    turns: (turns: number, hours: number): string =>
      `${turns} turns of ${hours === 24 ? 'one day' : hours % 24 === 0 ? `${hours / 24} days` : `${hours} hours`}`,
    doctrine: { attack: 'Attacks', defend: 'Defends' } as Record<string, string>,
    movesFirst: '· moves first',
    history: 'What happened',
    timeline: 'In order of time',
    plate: 'Map of the battlefield: relief, rivers, roads and places',
    openFile: 'Open a game',
    openAbout:
      'A game file opens as a replay: watch it, check it, or play on from any moment. You can also drop it anywhere on this page.',
    chooseFile: 'Choose a file…',
    drop: 'Drop the game file here',
    fileBroken: (name: string): string => `${name} cannot be read as a game. Nothing was changed.`,
    linkBroken: 'The game in this link cannot be read. Nothing was changed.',
    unknownScenario: (id: string): string => `This game belongs to the scenario “${id}”, which is not in this edition.`,
    gone: 'That game is no longer stored here.',
    goOn: 'Go on',
    saved: 'Saved games',
    finished: 'Finished',
    place: (turn: number, side: string): string => `Turn ${turn}, ${side} to move`,
    ago: (minutes: number): string => {
      if (minutes < 1.5) return 'just now';
      if (minutes < 90) return `${Math.round(minutes)} min ago`;
      if (minutes < 36 * 60) return `${Math.round(minutes / 60)} h ago`;
      return many(Math.round(minutes / 1440), 'day ago', 'days ago');
    },
    export: 'Save as a file',
    remove: 'Delete',
    rename: 'Rename',
    reallyRemove: (name: string): string => `Delete “${name}” for good?`,
    noStorage: (why: string): string =>
      `This browser stores nothing here (${why}). You can play, but save your game as a file before you leave.`,
    imprint: 'Everything stays in your browser: no account, no server, no network after the first visit.',
  },
  setUp: {
    title: 'New game',
    seats: { human: 'Player', bot: 'Computer' } as Record<string, string>,
    level: 'Level of the computer',
    kinds: [
      'Two computers play each other; you watch as umpire.',
      'You play against the computer.',
      'Two players take turns at this screen.',
    ],
    noOpponent: (why: string): string => `The computer opponent could not be started: ${why}`,
    seed: 'Seed',
    dice: 'A new seed',
    seedAbout: 'The seed fixes every die. The same seed and the same orders give the same battle, anywhere.',
    fog: 'Fog of war',
    fogAbout: 'You see only what your troops and aircraft see.',
    start: 'Begin the battle',
  },
  game: {
    menu: 'Menu',
    help: 'Help',
    settings: 'Settings',
    goOn: 'Back to the map',
    save: 'Save under a name…',
    export: 'Save as a file',
    copyLink: 'Copy a link to this game',
    replay: 'Watch from the start',
    leave: 'To the start screen',
    linkCopied: (length: number): string => `Link copied (${formatCount(length)} characters). It holds the whole game.`,
    linkShown: 'The clipboard is closed to this page. Here is the link:',
    seedLine: (seed: string, fog: boolean): string =>
      `Seed ${seed} · fog of war ${fog ? 'on' : 'off'} · stored after every order`,
    boardFault: (why: string): string => `The map could not be drawn: ${why}`,
    again: (time: string): string => `${time} · click again to march`,
  },
  top: {
    turn: (turn: number, turns: number): string => `Turn ${turn} of ${turns}`,
    phases: 'Phases of the turn',
    supplyPhase: 'Weather & supply',
    sidePhase: (adjective: string): string => `${adjective} turn`,
    endPhase: 'End',
    weatherAbout: 'Weather and the state of the ground',
    scoreAbout: (grade: string): string => `Victory points by what we know. As it stands: ${grade}`,
    endTurn: 'End turn',
    idle: (count: number): string => many(count, 'unit idle', 'units idle'),
    allDone: 'all have orders',
    thinking: (adjective: string): string => `${adjective} command at work`,
    actions: (count: number): string => many(count, 'order', 'orders'),
    skip: 'Skip',
    skipAbout: 'Do not show the rest of this turn (Space)',
    pause: 'Pause',
    goOn: 'Go on',
    result: 'Result',
  },
  undo: {
    undo: 'Undo',
    redo: 'Redo',
    count: (count: number): string => `Take back the last order (${count} can be taken back)`,
    nothing: 'Nothing to take back',
    redoCount: (count: number): string => `Carry out again (${count})`,
    noRedo: 'Nothing to carry out again',
    barriers: {
      die: 'Dice have fallen: this cannot be taken back',
      sight: 'You have seen new ground: this cannot be taken back',
      enemy: 'The enemy was sighted: this cannot be taken back',
      turn: 'A new turn has begun: nothing to take back',
      bot: 'The computer has played: nothing to take back',
    },
    short: { die: 'dice fell', sight: 'ground seen', enemy: 'enemy seen', turn: '', bot: '' },
  },
  panel: {
    name: 'Information',
    tabs: {
      field: 'Field',
      air: 'Air',
      supply: 'Supply',
      forces: 'Forces',
      command: 'Command',
      losses: 'Score',
      log: 'Log',
    },
    raise: 'Make the sheet taller',
    lower: 'Make the sheet lower',
  },
  hints: {
    title: 'Your orders',
    short: 'Tap a counter to see its reach; tap a hex twice to march.',
    latest: 'What happened last',
    lines: [
      'Click a counter to select a unit: the map shows how far it can march this turn.',
      'Click a hex in reach to see the way and the time, click it again to march. A right click marches at once.',
      'With a unit selected, click an enemy next to it to plan an attack and see its chances before you commit.',
      'N goes to the next unit with time left. Ctrl+Enter ends your turn. ? shows all keys.',
    ],
  },
  map: {
    zoomIn: 'Closer',
    zoomOut: 'Farther',
    fit: 'Whole map',
    next: 'Next unit with time left (N)',
    goTo: 'Go to a place, unit or hex (/)',
    layers: 'What the map shows',
    overlays: 'Overlay',
    show: 'Show',
    units: 'Units (K)',
    reach: 'Reach of the selected unit (R)',
    grid: 'Hex grid (G)',
    second: 'Second number on counters',
    seconds: { hours: 'March time left', cohesion: 'Cohesion', none: 'None' },
    overlayNames: {
      supply: 'Supply (S)',
      zoc: 'Zones of control (Z)',
      objectives: 'Objectives (O)',
      control: 'Who holds what (C)',
      air: 'Air war (E)',
      boundaries: 'Army zones (M)',
    },
    supplyWords: ['cut', 'trickle', 'part', 'full'],
    limitWords: {
      road: 'road',
      track: 'track',
      porter: 'porters',
      zoc: 'enemy near',
      fire: 'under fire',
      interdiction: 'aircraft',
      broken: 'broken',
      ferry: 'ferry',
      stock: 'no stock',
      raid: 'raided',
    },
    fieldWords: { working: 'working', threatened: 'enemy near', demolished: 'blown up', lost: 'taken' },
    railWhole: 'railway whole',
    railCut: 'railway cut',
    worthKey: (first: string, second: string): string => `The first figure is for ${first}, the second for ${second}.`,
    noZones: 'No zone is in force.',
    pickZone: 'Select a unit to see where it may fight, or a zone to see it alone:',
    legends: {
      supply:
        'Depots with tonnes in store; long dashes are convoys with tonnes a day and what holds them back. Lines to the troops are thicker where more flows, brown where they carry no more, broken where the enemy is near. At each stack how it is supplied: full, part, a trickle (through the enemy’s ring) or cut.',
      zoc: 'Hexes that we, the enemy we know of, or both control from next door: marching through the enemy’s costs time, and supply only leaks through it.',
      objectives:
        'Points at the end for holding the place, with + those of every turn. Those of an airfield go to the other side when it is blown up or lost; those of a railway to its side, each turn that it is whole.',
      control: 'Each hex in the colour of the side that passed last, as far as we know.',
      air: 'Airfields and how they stand; arrows for what we have flown this turn, with the sorties.',
      boundaries: 'Each army fights in its own zone; outside it a unit is out of command.',
    },
  },
  curtain: {
    title: (side: string): string => `${side} to move`,
    about: 'Hand over the screen. The map is covered until the next player is ready.',
    ready: 'Show my map',
  },
  keeping: {
    taken: 'This game was opened in another tab, which now plays and stores it. Nothing done here from now on is kept.',
    full: 'The browser has no room left to store this game. Everything played so far is in this tab: save it as a file.',
    failed: (why: string): string =>
      `The game is not being stored (${why}). It lives in this tab only: save it as a file.`,
    export: 'Save as a file',
    retry: 'Try again',
    takeBack: 'Play it here again',
  },
  trouble: {
    restarted: (why: string): string =>
      `The computer opponent broke down and was started again; the game goes on. (${why})`,
    ended: (why: string): string => `The computer opponent broke down three times; its turn was ended for it. (${why})`,
    refused: (what: string): string =>
      `The computer opponent gave an order the rules refuse (${what}); its turn was ended.`,
  },
  save: {
    title: 'Save the game',
    name: 'Name',
    about: 'The running game is stored after every order anyway; a named save keeps this moment.',
    suggested: (title: string, turn: number, side: string): string => `${title}, turn ${turn}, ${side}`,
    unnamed: 'Unnamed game',
    save: 'Save',
    done: 'Saved.',
    failed: 'The browser refused to store it. Save the game as a file from the menu instead.',
  },
  confirmEnd: {
    title: (count: number): string => `${many(count, 'unit has', 'units have')} no orders`,
    about: 'They rest, dig in and hold where they are. End the turn?',
    look: 'Look at them',
    end: 'End turn',
  },
  goTo: { title: 'Go to', hint: 'Place, unit or hex number' },
  rulebook: {
    title: 'Rulebook',
    button: 'Open the rulebook',
    open: (clause: string): string => `Rulebook, clause ${clause}`,
    missing: (why: string): string => `The rulebook could not be opened: ${why}`,
  },
  settings: {
    title: 'Settings',
    speed: 'Speed of animations',
    noAnimation: 'None',
    times: (speed: number): string => `${speed}×`,
    text: 'Text',
    sizes: { normal: 'Normal', large: 'Large' },
    confirmEnd: 'Ask before ending a turn with idle units',
  },
  end: {
    title: 'The battle is over',
    yours: 'This battle',
    historical: 'History',
    margin: (first: string, second: string): string => `${first} points to ${second}`,
    scale: 'Grades',
    mine: 'this battle',
    real: 'history',
    losses: 'Losses',
    objectives: 'Points',
    compared: 'Beside history',
    measure: 'Figure',
    thisGame: 'This battle',
    history: 'Sources say',
    estimate: 'estimate',
    comparing: 'Comparing with history…',
    never: 'did not happen',
    answers: { yes: 'Yes', no: 'No' },
    units: { km: (count: string): string => `${count} km`, days: (count: string): string => `${count} days` },
    within: (within: number, all: number): string => `${within} of ${all} as a source has it`,
    withinAll: (within: number, all: number): string =>
      `${within} of ${all} figures lie where at least one source puts them. One battle proves little: the same orders with other dice would end elsewhere.`,
    noFigure: 'no figure that is not doubted',
    verdicts: { within: 'as the sources', below: 'less', above: 'more' },
    verdictDates: { within: 'as the sources', below: 'earlier', above: 'later' },
    otherwise: 'otherwise',
    between: 'between them',
    chapters: {
      advance: 'How far the attack came',
      front: 'Places and the front',
      fights: 'Fights and their dates',
      losses: 'Losses',
      booty: 'Arms taken and lost',
      air: 'In the air',
      supply: 'Supply and strength',
      command: 'Orders and decisions',
    } as Record<Chapter, string>,
    refuted: (why: string): string => `Doubted: ${why}`,
    lookAtMap: 'Look at the map',
    replay: 'Watch the replay',
    newGame: 'New game',
  },
  replay: {
    leave: 'Leave the replay',
    eyes: 'Seen by',
    umpire: 'Umpire',
    playOn: 'Play on from here',
    play: 'Play',
    pause: 'Pause',
    position: 'Position in the game',
    at: (at: number, total: number): string => `Order ${formatCount(at)} of ${formatCount(total)}`,
    marks: 'long marks are turns, red ones assaults',
    speed: 'Speed',
    fast: 'Max',
    checking: (done: number, total: number): string =>
      `Checking ${total === 0 ? '' : `${Math.round((done / total) * 100)} %`}`,
    checkFailed: (why: string): string => `The check broke down: ${why}`,
    unchecked: 'Not checked',
    check: 'Check',
    short: (verdict: AnyVerdict): string => {
      switch (verdict.grade) {
        case 'verified':
          return 'Verified';
        case 'diverged':
          return `Diverges at order ${formatCount(verdict.at + 1)}`;
        case 'otherRules':
          return 'Other rules';
        default:
          return 'Other scenario';
      }
    },
    verdict: (verdict: AnyVerdict): string => {
      switch (verdict.grade) {
        case 'verified':
          return `All ${formatCount(verdict.actions)} orders replay to the bit.`;
        case 'diverged':
          return `The record stops being this game at order ${formatCount(verdict.at + 1)} (${verdict.action.type}): expected ${verdict.expected}, found ${verdict.found ?? 'an order the rules refuse'}.`;
        case 'otherRules':
          return `This game was played under rules version ${verdict.expected}; this edition has version ${verdict.found}. It is not replayed, since it would not be the same game.`;
        default:
          return `This game was played on another edition of the scenario (${verdict.expected}); here is ${verdict.found}. It is not replayed, since it would not be the same game.`;
      }
    },
  },
  say: {
    selected: (unit: string, men: number, where: string, minutes: number): string =>
      `${unit}, ${formatCount(men)} men, at ${where}, ${formatMinutes(minutes)} of march left.`,
    hex: (where: string, units: readonly string[]): string =>
      `${where}. ${units.length === 0 ? 'Empty.' : `${joinNames(units)}.`}`,
    noneLeft: 'No unit with time left.',
    undone: 'Taken back.',
    cannotUndo: 'This cannot be taken back.',
    redone: 'Carried out again.',
    cannotRedo: 'Nothing to carry out again.',
  },
  offline: {
    ready: 'Ridgeline is stored in this browser and now works without a network.',
    newer: 'A newer Ridgeline is ready. It is used the next time you open the page.',
  },
};
