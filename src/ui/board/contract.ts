/**
 * What the board is handed and what it reports. The board knows no rules: it draws the state it is given, tints the
 * hexes it is told are legal, and says what was clicked. Units are positions in `scenario.oob.units`, hexes are indices.
 */
import type { GameEvent } from '../../core/event.ts';
import type { AirMission, ScenarioData } from '../../core/scenario.ts';
import type { GameState, SideIndex } from '../../core/state.ts';

/** Elevation of the ground under the map, finer than the hexes. */
export interface ReliefRaster {
  width: number;
  height: number;
  /** Metres, row by row from the north-west. */
  metres: Int16Array;
  /** Where the centre of pixel (0, 0) lies, in hex widths east and south of the centre of hex 0000. */
  originX: number;
  originY: number;
  /** Hex widths a pixel, along the map's x and y. */
  stepX: number;
  stepY: number;
}

/** Lines finer than hex chains, in hex widths east and south of the centre of hex 0000. */
export interface MapLines {
  rivers: { class: string; name?: string; points: [number, number][] }[];
  roads: { class: string; name?: string; points: [number, number][] }[];
  rails?: { name?: string; points: [number, number][] }[];
}

/** What does not change while the board lives. */
export interface BoardData {
  scenario: ScenarioData;
  /** null: the hexes' mean elevations are shaded instead. */
  relief: ReliefRaster | null;
  /** Absent: rivers follow the hexsides and roads the hex chains, smoothed. */
  lines?: MapLines;
  /** Draws without the graphics card, as on a device that has taken its graphics away before. */
  plain?: boolean;
}

/** 'note' is a pin somebody put on the map; 'lastSeen' an enemy who stood there when he was lost from sight. */
export type MarkKind = 'air' | 'support' | 'battle' | 'target' | 'note' | 'lastSeen';

export interface Mark {
  hex: number;
  kind: MarkKind;
  side?: SideIndex;
  /** A word or a number in the mark, of about six characters; beside a pin up to some twenty of them are shown. */
  text?: string;
}

export interface Arrow {
  from: number;
  to: number;
  kind: 'assault' | 'support' | 'air';
  text?: string;
}

/** A unit that could come to a hex, drawn as a line with a word at its start. */
export interface Reacher {
  from: number;
  to: number;
  text: string;
}

export interface OverlayCell {
  hex: number;
  /** CSS colour, with alpha if wanted. */
  fill: string;
  /** Drawn in the hex, so that an overlay never speaks by colour alone. */
  text?: string;
}

/** How a line is broken, so that its colour is never all that tells it from another; true is 'dash'. */
export type LineDash = boolean | 'dash' | 'dots' | 'dashDot' | 'long';

export interface OverlayLine {
  from: number;
  to: number;
  /** Screen pixels. */
  width: number;
  colour: string;
  dash?: LineDash;
  /** A word or a number beside the middle of the line; left out where it finds no room. */
  text?: string;
}

/** An army's ground: outlined and hatched along its border, the name in its middle. Zones may overlap. */
export interface OverlayZone {
  name: string;
  hexes: readonly number[];
  colour: string;
  /** In force, or only announced (dashed). Default true. */
  active?: boolean;
  /** The number that stands in its hexes; several zones share a hex by all of their numbers. */
  number?: number;
  /** Outlined only, without hatch and name: a radius, a range. */
  outline?: boolean;
}

/** A line between the ground of two sides that is not the one of the game, such as history's on the date. */
export interface OverlayFront {
  /** -1, 0 or 1 for each hex. */
  holders: Int8Array;
  colour: string;
  dash?: LineDash;
}

/** A dated fact on the map: a disc with a number, and a plate with words at the near levels. */
export interface OverlayFact {
  hex: number;
  side: SideIndex | -1;
  number: number;
  text: string;
  /** Worked out between facts, not told by a source: drawn hollow. */
  estimated?: boolean;
}

/** A way over several hexes, as of a convoy between depots: one line with an arrow at its end and a word in its middle. */
export interface OverlayRoute {
  /** From the start hex on. */
  path: readonly number[];
  /** Screen pixels. */
  width: number;
  colour: string;
  dash?: LineDash;
  text?: string;
}

export type DepotLook = 'open' | 'short' | 'waiting' | 'lost';

/** A depot with what lies in it: a shed with three bars (food, ammunition, fuel) and a line of text below. */
export interface OverlayDepot {
  hex: number;
  state: DepotLook;
  /** Shares 0..1 of what would fill the bars. */
  food: number;
  ammo: number;
  fuel: number;
  /** Such as "420 t". */
  text: string;
  /** Shown at the near levels below the text. */
  name?: string;
}

export type FieldLook = 'working' | 'threatened' | 'demolished' | 'lost';

/** An airfield: its sign differs by state as well as its colour, and a word stands below. */
export interface OverlayField {
  hex: number;
  state: FieldLook;
  side: SideIndex;
  text: string;
  name?: string;
}

/** Sorties flown this turn to a hex; with `from` an arc from the airfield or, at -1, from off the map. */
export interface OverlayMission {
  hex: number;
  mission: AirMission;
  side: SideIndex;
  text: string;
  from?: number;
}

/** What a place is worth: a plate with the flag of who holds it. */
export interface OverlayStake {
  hex: number;
  /** -1 for nobody. */
  side: SideIndex | -1;
  text: string;
}

/** Parts are drawn in the order cells, zones, fronts, lines, routes under the counters, and the rest above them. */
export interface Overlay {
  id: string;
  cells: readonly OverlayCell[];
  lines: readonly OverlayLine[];
  zones?: readonly OverlayZone[];
  routes?: readonly OverlayRoute[];
  depots?: readonly OverlayDepot[];
  fields?: readonly OverlayField[];
  missions?: readonly OverlayMission[];
  stakes?: readonly OverlayStake[];
  fronts?: readonly OverlayFront[];
  facts?: readonly OverlayFact[];
}

/** What a place is called in the reader's language, and in another script below it ('' for none). */
export interface PlaceWords {
  name: string;
  second: string;
}

export interface Reached {
  hex: number;
  /** March time spent to get there. */
  minutes: number;
}

/** Everything the board draws besides the ground. Parts are replaced as a whole, never mutated in place. */
export interface BoardModel {
  /** The state or a view of it; enemy units are drawn as far as their `seen` allows. */
  view: GameState;
  /** Whose eyes: enemies of this side are drawn as known to it. null shows everything to an umpire. */
  side: SideIndex | null;
  /** Units ringed as selected. */
  selected: readonly number[];
  /** -1: none. */
  selectedHex: number;
  /** -1: none. The board sets it itself on hover; set it to point at a hex from a list. */
  hoverHex: number;
  reach: readonly Reached[] | null;
  /** Hexes from the start on. */
  path: readonly number[] | null;
  /** Minutes spent on arrival, one for each hex of `path`. */
  pathMinutes: readonly number[] | null;
  /** Hexes that may be attacked. */
  targets: readonly number[];
  /** Extra marks; objectives, broken bridges and battles are drawn from the state. */
  marks: readonly Mark[];
  arrows: readonly Arrow[];
  /** Who could come to a hex. */
  reachers: readonly Reacher[];
  /** Shown at the hex until replaced by null. */
  refusal: { hex: number; text: string } | null;
  /** A short fact at the hover hex, such as a cost or the odds. */
  hint: { hex: number; text: string } | null;
  overlay: Overlay | null;
  /** 1 for hexes under observation, by hex; null draws no veil. */
  observed: Uint8Array | null;
  /** Units drawn with a light border, e.g. all of one formation. */
  highlighted: readonly number[];
  /** The stack fanned out, -1 for none. The board fans by itself on click and on hover; set it to force one. */
  fannedHex: number;
  hideUnits: boolean;
  grid: boolean;
  /** Names of the map's places in their order; null shows those of the map. */
  placeWords: readonly PlaceWords[] | null;
  /** Which second number stands on own counters. */
  secondNumber: 'hours' | 'cohesion' | 'none';
}

/** The keys held and the kind of pointer when a click happened. */
export interface Press {
  /** 0 left or touch, 1 middle, 2 right. */
  button: number;
  shift: boolean;
  ctrl: boolean;
  alt: boolean;
  touch: boolean;
  double: boolean;
}

/** World rectangle in view, as hexes, and the zoom (screen pixels a hex width). */
export interface Viewport {
  left: number;
  top: number;
  right: number;
  bottom: number;
  hexPx: number;
}

export interface BoardEvents {
  /** A click or tap on a hex without a counter under it, any button (a right click comes with button 2). */
  onHexClick?(hex: number, press: Press): void;
  /** A click or tap on a counter. The top counter of a folded stack of several fans the stack out as well. */
  onUnitClick?(unit: number, hex: number, press: Press): void;
  /** The pointer moved to another hex or counter; -1 for none. Screen position in CSS pixels of the host. */
  onHover?(hex: number, unit: number, x: number, y: number): void;
  /** Touch held for half a second. */
  onLongPress?(hex: number, unit: number, x: number, y: number): void;
  /** The view moved; at most once a frame. */
  onViewport?(viewport: Viewport): void;
  /** An event's animation begins; lets the log keep pace. */
  onEvent?(event: GameEvent, index: number): void;
}

export interface PlayOptions {
  /** 1 is normal, 2 twice as fast, 0 shows nothing. */
  speed: number;
  /** Moves the view to what happens out of sight. */
  follow?: boolean;
}

export interface BoardStats {
  /** 'webgl' or 'canvas'. */
  renderer: string;
  /** Means over the last 60 frames, milliseconds. */
  frameMs: number;
  scriptMs: number;
  /** Longest script time of those frames. */
  scriptMsMax: number;
  /** Milliseconds from `createBoard` to the first frame with ground under it. */
  firstFrameMs: number;
  chunks: number;
  counters: number;
}

export interface Board {
  /** Takes over the named parts; draws on the next frame. */
  update(model: Partial<BoardModel>): void;
  /**
   * Shows what happened, from the picture on the board towards the state handed in by the next `update`.
   * Resolves when done or skipped. Call `update({ view })` after it: the state is the truth.
   */
  play(events: readonly GameEvent[], options: PlayOptions): Promise<void>;
  skip(): void;
  playing(): boolean;
  /** Glides to a hex (jumps under reduced motion). `hexPx` sets the zoom as screen pixels a hex width. */
  centreOn(hex: number, hexPx?: number): void;
  /** Shows the whole map, or the hexes given. */
  fit(hexes?: readonly number[]): void;
  /** About the middle of the view. */
  zoomBy(factor: number): void;
  /** Step 1 (far) to 5 (near). */
  zoomTo(step: number): void;
  /** CSS pixels; positive moves the view right and down. */
  pan(dx: number, dy: number): void;
  viewport(): Viewport;
  /** Hex under a point of the host in CSS pixels, -1 outside the map; and where a hex's centre is. */
  hexAt(x: number, y: number): number;
  screenOf(hex: number): { x: number; y: number };
  /** A canvas of its own with the ground, ownership, units and the view's frame, kept up to date; click and drag move the view. */
  minimap(width: number): HTMLCanvasElement;
  /** A counter as it stands on the board, for lists and cards; `size` in CSS pixels. */
  counterPicture(unit: number, size: number): HTMLCanvasElement;
  /** PNG data URL of what is in view. */
  snapshot(): Promise<string>;
  stats(): BoardStats;
  destroy(): void;
}

/** What `update` starts from; `view` must come before anything is drawn. */
export const EMPTY_MODEL: Omit<BoardModel, 'view'> = {
  side: null,
  selected: [],
  selectedHex: -1,
  hoverHex: -1,
  reach: null,
  path: null,
  pathMinutes: null,
  targets: [],
  marks: [],
  arrows: [],
  reachers: [],
  refusal: null,
  hint: null,
  overlay: null,
  observed: null,
  highlighted: [],
  fannedHex: -1,
  hideUnits: false,
  grid: true,
  placeWords: null,
  secondNumber: 'hours',
};
