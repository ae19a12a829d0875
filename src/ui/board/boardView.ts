/** The board at work: layers under one camera, the frame loop, and what clicks and hovers mean. */
import type Phaser from 'phaser';
import type { GameEvent } from '../../core/event.ts';
import { parseHex } from '../../core/hex.ts';
import { clipsOf } from './animation.ts';
import { Bubble } from './bubble.ts';
import { FARTHEST, scaleOf, toScreenX, toScreenY, viewRect } from './camera.ts';
import { ChunkLayer } from './chunkLayer.ts';
import {
  type BoardData,
  type BoardEvents,
  type BoardModel,
  EMPTY_MODEL,
  type PlayOptions,
  type Viewport,
} from './contract.ts';
import { arrivingFace, type Face, unitLooks } from './counterFace.ts';
import { CounterLayer } from './counterLayer.ts';
import { Effects } from './effects.ts';
import { FanLayer } from './fanLayer.ts';
import { groundOf } from './fronts.ts';
import { type Grid, hexX, hexY, mapRect, type Rect, wellInView } from './geometry.ts';
import { Gestures } from './gestures.ts';
import { sheetRect } from './ground.ts';
import { dressHover } from './hoverHex.ts';
import { type InkFacts, objectiveHexes, paintInk } from './inkPainter.ts';
import type { MapPort } from './mapPort.ts';
import { Minimaps } from './minimap.ts';
import { changesOf } from './modelParts.ts';
import { NameLayer } from './nameLayer.ts';
import { PaneLayer } from './paneLayer.ts';
import { picture } from './picture.ts';
import { placeSpots, stakedPlaces } from './places.ts';
import { Pointing } from './pointing.ts';
import { waysOf } from './roads.ts';
import { ScaleBar } from './scaleBar.ts';
import { paintTint, type TintFacts } from './tintPainter.ts';
import { Viewer } from './viewer.ts';

/** Frames without change after which the board stops drawing until something happens. */
const IDLE_FRAMES = 20;
/** Time a frame may spend on dressing counters. */
const DRESS_MS = 5;
/** An overlay with so many cells leaves only the more important names. */
const MANY_CELLS = 30;
/** And on drawing names. */
const NAME_MS = 4;

export class BoardView {
  readonly viewer: Viewer;
  readonly grid: Grid;
  readonly gestures: Gestures;
  readonly counters: CounterLayer;
  readonly chunks: ChunkLayer;
  model: BoardModel | null = null;
  shownCounters = 0;
  readonly #scene: Phaser.Scene;
  readonly #events: BoardEvents;
  readonly #data: BoardData;
  readonly #dpr: number;
  readonly #port: MapPort;
  readonly #sheet: Rect;
  readonly #tint: PaneLayer;
  readonly #names: NameLayer;
  readonly #ink: PaneLayer;
  readonly #hover: Phaser.GameObjects.Image;
  readonly #effects: Effects;
  readonly #bubble: Bubble;
  readonly #scale: ScaleBar;
  readonly #pointing: Pointing;
  readonly #facts: InkFacts & TintFacts;
  readonly #colours: readonly string[];
  readonly #minimaps: Minimaps;
  readonly #view: Rect = { left: 0, top: 0, right: 0, bottom: 0 };
  readonly #drawn = { x: 0, y: 0, scale: 0 };
  #level = FARTHEST - 1;
  #idle = 0;
  /** The counters are to be laid anew. */
  #stale = true;
  /** Events were shown: the counters stay where these left them until the next state comes. */
  #frozen = false;
  #wasPlaying = false;
  #groundKey = '';

  constructor(
    scene: Phaser.Scene,
    host: HTMLElement,
    data: BoardData,
    events: BoardEvents,
    port: MapPort,
    dpr: number,
  ) {
    this.#scene = scene;
    this.#data = data;
    this.#events = events;
    this.#port = port;
    this.#dpr = dpr;
    const { map } = data.scenario;
    this.grid = { cols: map.cols, rows: map.rows };
    this.#sheet = sheetRect(this.grid);
    const calm =
      matchMedia('(prefers-reduced-motion: reduce)').matches || document.documentElement.dataset['motion'] === 'less';
    this.viewer = new Viewer(this.#sheet, calm, mapRect(this.grid));
    this.#colours = data.scenario.scenario.sides.map((side) => side.colour);
    this.chunks = new ChunkLayer(scene, scene.add.layer(), port, this.#sheet, dpr);
    this.chunks.onPiece = () => this.wake();
    this.#tint = new PaneLayer(scene, 'tint', this.grid, this.#sheet, dpr);
    this.#hover = picture(scene, '__WHITE').setVisible(false);
    scene.add.existing(this.#hover);
    this.counters = new CounterLayer(scene, unitLooks(data.scenario), this.grid, this.#sheet, dpr);
    const spots = placeSpots(map, new Set(stakedPlaces(data.scenario)));
    this.#names = new NameLayer(scene, this.grid, this.#sheet, spots, objectiveHexes(data.scenario), dpr);
    this.#ink = new PaneLayer(scene, 'ink', this.grid, this.#sheet, dpr);
    this.#effects = new Effects(scene, this.grid, dpr, {
      counters: this.counters,
      px: () => this.#px,
      inView: (hex) => wellInView(this.grid, this.#view, hex),
      follow: (hex) => this.viewer.toPoint(hexX(this.grid, hex), hexY(this.grid, hex)),
      face: (unit) => (this.model ? arrivingFace(this.counters.looks, this.model.view, unit, this.model.side) : null),
      started: (event) => this.#started(event),
      sideOf: (formation) => this.#sideOfFormation(formation),
      colours: this.#colours,
    });
    this.#minimaps = new Minimaps(this.grid, this.#sheet, this.#colours, dpr, port, {
      move: (x, y) => this.viewer.jump(x, y, this.viewer.level),
      changed: () => this.wake(),
    });
    this.#bubble = new Bubble(host);
    this.#scale = new ScaleBar(host, map.hexKm);
    this.#facts = {
      grid: this.grid,
      objectives: objectiveHexes(data.scenario),
      colours: this.#colours,
      stacks: this.counters.stacks,
      ways: waysOf(map),
      ground: null,
      names: [],
    };
    this.#pointing = new Pointing({
      viewer: this.viewer,
      counters: this.counters,
      fans: new FanLayer(scene, dpr),
      grid: this.grid,
      events,
      hover: this.#hover,
      model: () => this.model,
      px: () => this.#px,
      playing: () => this.playing,
      skip: () => this.skip(),
      lay: () => this.#layIfNeeded(),
      wake: () => this.wake(),
    });
    this.gestures = new Gestures({
      pan: (dx, dy) => {
        this.#pointing.closeHovered();
        this.viewer.pan(dx, dy);
        this.wake();
      },
      release: (vx, vy) => this.viewer.throwBy(vx, vy),
      pinch: (x, y, factor) => {
        this.#pointing.close();
        this.viewer.pinch(x, y, factor);
        this.wake();
      },
      pinchEnd: (x, y) => this.viewer.pinchEnd(x, y),
      step: (x, y, notches) => {
        this.#pointing.close();
        this.viewer.step(x, y, notches);
        this.wake();
      },
      tap: (x, y, press) => this.#pointing.tap(x, y, press),
      hover: (x, y, touch) => this.#pointing.move(x, y, touch),
      leave: () => this.#pointing.leave(),
      longPress: (x, y) => this.#pointing.longPress(x, y),
    });
  }

  get #px(): number {
    return this.viewer.camera.scale * this.#dpr;
  }

  #sideOfFormation(formation: number): number {
    const { air, scenario } = this.#data.scenario;
    return Math.max(
      0,
      scenario.sides.findIndex((side) => side.id === air.formations[formation]?.side),
    );
  }

  /** Lets the frames run again. */
  wake(): void {
    this.#idle = 0;
    if (!this.#scene.game.loop.running) this.#scene.game.loop.wake();
  }

  update(change: Partial<BoardModel>): void {
    const before = this.model;
    if (!before && !change.view) throw new Error('the board needs a view before anything else');
    const model = { ...EMPTY_MODEL, ...before, ...change } as BoardModel;
    this.model = model;
    const { relaid, tint, ink } = changesOf(before, model, change);
    if (change.view !== undefined) this.#frozen = false;
    if (relaid) this.#stale = true;
    if (change.grid !== undefined) this.chunks.grid = change.grid;
    if (change.hoverHex !== undefined) this.#pointing.pointAt(change.hoverHex, -1);
    if (before && before.fannedHex !== model.fannedHex) {
      this.#layIfNeeded();
      this.#pointing.force(model.fannedHex);
    }
    this.#bubble.tell(model.refusal, model.hint);
    if (tint) this.#tint.touch();
    if (ink) this.#ink.touch();
    if (relaid) this.#minimaps.touch();
    this.wake();
  }

  play(events: readonly GameEvent[], options: PlayOptions): Promise<void> {
    const { map } = this.#data.scenario;
    const clips = clipsOf(events, {
      cols: map.cols,
      placeHexes: map.places.map((place) => parseHex(map.cols, map.rows, place.hex)),
      sideOf: (unit) => this.counters.looks[unit]?.side ?? 0,
      side: this.model?.side ?? null,
    });
    this.#played = events;
    this.#pointing.close();
    this.#layIfNeeded();
    this.#frozen = true;
    this.wake();
    return this.#effects.play(clips, options.speed, options.follow ?? false).finally(() => {
      this.#played = [];
      this.#minimaps.touch();
    });
  }

  #played: readonly GameEvent[] = [];

  #started(index: number): void {
    const event = this.#played[index];
    if (event) this.#events.onEvent?.(event, index);
  }

  skip(): void {
    this.#effects.skip();
    this.wake();
  }

  get playing(): boolean {
    return this.#effects.playing;
  }

  resize(width: number, height: number): void {
    this.viewer.resize(width, height);
    // The scroll depends on the size of the screen too: aim afresh even when the camera has not moved.
    this.#drawn.scale = 0;
    this.#tint.touch();
    this.#ink.touch();
    this.#pointing.close();
    this.wake();
  }

  minimap(width: number): HTMLCanvasElement {
    this.wake();
    return this.#minimaps.add(width);
  }

  /** One frame. Returns false when the board may rest. */
  frame(time: number, ms: number): boolean {
    this.gestures.tick(time);
    this.viewer.frame(Math.min(ms, 50));
    this.#effects.frame(Math.min(ms, 50));
    const moved = this.#aim();
    const model = this.model;
    if (model) this.#layIfNeeded();
    const level = this.viewer.level;
    this.chunks.show(this.#view, level);
    let shown = 0;
    let dwelling = false;
    if (model) {
      shown = this.counters.show(this.#view, DRESS_MS);
      if (shown >= 0) this.shownCounters = shown;
      if (this.#names.show(this.#view, NAME_MS)) shown = -1;
      const moving = this.viewer.gliding;
      const tint = { moving, needed: true, busy: false };
      const busy = this.#tint.show(this.#view, this.#px, level, tint, (pane) => paintTint(pane, model, this.#facts));
      const { playing } = this.#effects;
      if (playing !== this.#wasPlaying) this.#ink.touch();
      this.#wasPlaying = playing;
      const ink = { moving, needed: true, busy };
      this.#ink.show(this.#view, this.#px, level, ink, (pane) => paintInk(pane, model, this.#facts, playing));
      dwelling = this.#pointing.dwell(this.gestures.busy);
      if (moved) this.#pointing.follow();
      if (this.#bubble.hex >= 0) this.#placeBubble();
      this.#minimaps.show(this.#view, moved, model, this.counters, this.#facts.ground);
    }
    const busy = moved || shown < 0 || this.viewer.moving || this.gestures.busy || this.#effects.busy || dwelling;
    this.#idle = busy ? 0 : this.#idle + 1;
    return this.#idle < IDLE_FRAMES;
  }

  /** Points the renderer's camera; true when it moved since the last frame. */
  #aim(): boolean {
    const { camera, screen } = this.viewer;
    const px = this.#px;
    const width = screen.width * this.#dpr;
    const height = screen.height * this.#dpr;
    // Whole pixels against the sheet's corner: pieces of the map are then copied pixel for pixel.
    const x = this.#sheet.left - (Math.round((this.#sheet.left - camera.x) * px + width / 2) - width / 2) / px;
    const y = this.#sheet.top - (Math.round((this.#sheet.top - camera.y) * px + height / 2) - height / 2) / px;
    viewRect(camera, screen, this.#view);
    const drawn = this.#drawn;
    if (drawn.x === x && drawn.y === y && drawn.scale === px) return false;
    drawn.x = x;
    drawn.y = y;
    drawn.scale = px;
    const main = this.#scene.cameras.main;
    main.setZoom(px);
    main.setScroll(x - width / 2, y - height / 2);
    this.#scale.show(camera.scale);
    if (!this.viewer.gliding && this.viewer.level !== this.#level) this.#arriveAt(this.viewer.level);
    this.#events.onViewport?.(this.viewport());
    return true;
  }

  /** The view has come to rest at another level: counters are drawn at its size. */
  #arriveAt(level: number): void {
    this.#level = level;
    this.counters.scale(scaleOf(level) * this.#dpr);
    this.#stale = true;
    dressHover(this.#scene, this.#hover, this.grid, scaleOf(level) * this.#dpr, this.#dpr);
  }

  #layIfNeeded(): void {
    const model = this.model;
    if (!model || !this.#stale || this.#frozen || this.#effects.playing || this.#level < FARTHEST) return;
    this.#stale = false;
    this.counters.lay(model);
    this.#facts.stacks = this.counters.stacks;
    this.#facts.ground = this.#groundOf(model);
    this.#names.word(model.placeWords);
    const few = (model.overlay?.cells.length ?? 0) >= MANY_CELLS;
    if (this.#names.lay(this.#level, model.hideUnits ? [] : this.counters.stacks.keys(), few)) this.#tint.touch();
    this.#facts.names = this.#names.boxes;
    this.#ink.touch();
    this.#pointing.refresh();
  }

  /** Whose ground is whose, found anew only when possession or the hexes with units have changed. */
  #groundOf(model: BoardModel): Int8Array {
    const { looks, stacks } = this.counters;
    const sideOf = (unit: number): number => looks[unit]?.side ?? 0;
    const held = [...stacks].map(([hex, units]) => hex * 2 + sideOf(units[0] as number)).sort((a, b) => a - b);
    const key = `${model.view.control.join()}|${held.join()}`;
    if (key !== this.#groundKey || !this.#facts.ground) {
      this.#groundKey = key;
      this.#facts.ground = groundOf(this.grid, model.view.control, stacks, sideOf);
      this.#tint.touch();
    }
    return this.#facts.ground;
  }

  #placeBubble(): void {
    const { camera, screen } = this.viewer;
    const x = toScreenX(camera, screen, hexX(this.grid, this.#bubble.hex));
    const y = toScreenY(camera, screen, hexY(this.grid, this.#bubble.hex));
    this.#bubble.place(x, y, camera.scale * 0.5, screen.width);
  }

  hexAt(x: number, y: number): number {
    return this.#pointing.at(x, y).hex;
  }

  screenOf(hex: number): { x: number; y: number } {
    const { camera, screen } = this.viewer;
    return {
      x: toScreenX(camera, screen, hexX(this.grid, hex)),
      y: toScreenY(camera, screen, hexY(this.grid, hex)),
    };
  }

  viewport(): Viewport {
    const { left, top, right, bottom } = this.#view;
    return { left, top, right, bottom, hexPx: this.viewer.camera.scale };
  }

  /** What a unit's counter shows now, whether it lies on the board or deep in a stack. */
  faceOf(unit: number): Face | null {
    this.#layIfNeeded();
    return this.counters.faceOf(unit);
  }

  destroy(): void {
    this.#effects.skip();
    this.#bubble.destroy();
    this.#scale.destroy();
    this.#port.close();
  }
}
