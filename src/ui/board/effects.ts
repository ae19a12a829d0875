/** Plays clips on the board: moves counters, flashes fights, flies aircraft, floats numbers. Skipping ends it at once. */
import type Phaser from 'phaser';
import { alongPath, type Clip } from './animation.ts';
import type { Face } from './counterFace.ts';
import type { CounterLayer } from './counterLayer.ts';
import { aircraftCanvas, FLASH_PX, flashCanvas, smokeCanvas } from './effectPictures.ts';
import { type Grid, hexX, hexY } from './geometry.ts';
import { SANS } from './ink.ts';
import { hexsideMiddle } from './lines.ts';
import { canvasTexture, picture } from './picture.ts';

/** What the player of clips may ask of the board. */
export interface EffectsHost {
  counters: CounterLayer;
  /** Device pixels a hex width, now. */
  px(): number;
  /** Whether a hex is well in view, and a way to bring it there. */
  inView(hex: number): boolean;
  follow(hex: number): void;
  /** The face of a unit that the board does not show yet. */
  face(unit: number): Face | null;
  started(event: number): void;
  /** Side of an air formation. */
  sideOf(formation: number): number;
  colours: readonly string[];
}

interface Floater {
  text: Phaser.GameObjects.Text;
  x: number;
  y: number;
  age: number;
  life: number;
}

export class Effects {
  readonly layer: Phaser.GameObjects.Layer;
  readonly #scene: Phaser.Scene;
  readonly #grid: Grid;
  readonly #dpr: number;
  readonly #host: EffectsHost;
  readonly #flash: Phaser.GameObjects.Image;
  readonly #aircraft: Phaser.GameObjects.Image;
  readonly #smoke: Phaser.GameObjects.Image[] = [];
  readonly #floaters: Floater[] = [];
  #clips: Clip[] = [];
  #at = 0;
  #age = 0;
  #speed = 1;
  #follow = false;
  #begun = false;
  #waitFor = 0;
  #done: (() => void) | null = null;

  constructor(scene: Phaser.Scene, grid: Grid, dpr: number, host: EffectsHost) {
    this.#scene = scene;
    this.#grid = grid;
    this.#dpr = dpr;
    this.#host = host;
    this.layer = scene.add.layer();
    canvasTexture(scene, 'flash', flashCanvas());
    canvasTexture(scene, 'smoke', smokeCanvas());
    host.colours.forEach((colour, side) => {
      canvasTexture(scene, `aircraft${side}`, aircraftCanvas(colour));
    });
    for (let k = 0; k < 4; k++) {
      const puff = picture(scene, 'smoke').setVisible(false);
      this.layer.add(puff);
      this.#smoke.push(puff);
    }
    this.#flash = picture(scene, 'flash').setVisible(false);
    this.#aircraft = picture(scene, 'aircraft0').setVisible(false);
    this.layer.add(this.#flash);
    this.layer.add(this.#aircraft);
  }

  get playing(): boolean {
    return this.#done !== null;
  }

  /** Whether there is anything left to move. */
  get busy(): boolean {
    return this.#done !== null || this.#floaters.length > 0;
  }

  play(clips: Clip[], speed: number, follow: boolean): Promise<void> {
    this.skip();
    if (clips.length === 0 || speed <= 0) return Promise.resolve();
    this.#clips = clips;
    this.#at = 0;
    this.#age = 0;
    this.#begun = false;
    this.#speed = speed;
    this.#follow = follow;
    return new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  skip(): void {
    const done = this.#done;
    this.#done = null;
    this.#clips = [];
    this.#flash.setVisible(false);
    this.#aircraft.setVisible(false);
    for (const puff of this.#smoke) puff.setVisible(false);
    for (const floater of this.#floaters) floater.text.destroy();
    this.#floaters.length = 0;
    done?.();
  }

  frame(ms: number): void {
    this.#frameFloaters(ms);
    if (!this.#done) return;
    const clip = this.#clips[this.#at];
    if (!clip) {
      const done = this.#done;
      this.#done = null;
      this.#flash.setVisible(false);
      this.#aircraft.setVisible(false);
      for (const puff of this.#smoke) puff.setVisible(false);
      done();
      return;
    }
    if (!this.#begun) {
      this.#begun = true;
      this.#host.started(clip.event);
      const hex = placeOf(clip);
      this.#waitFor = 0;
      if (this.#follow && hex >= 0 && !this.#host.inView(hex)) {
        this.#host.follow(hex);
        this.#waitFor = 260 / this.#speed;
      }
      this.#begin(clip);
    }
    if (this.#waitFor > 0) {
      this.#waitFor -= ms;
      return;
    }
    this.#age += ms * this.#speed;
    const share = Math.min(1, this.#age / clip.ms);
    this.#show(clip, share);
    if (share < 1) return;
    this.#finish(clip);
    this.#at++;
    this.#age = 0;
    this.#begun = false;
  }

  #begin(clip: Clip): void {
    const { counters } = this.#host;
    if (clip.type !== 'travel' && clip.type !== 'presence') return;
    const { unit } = clip;
    counters.lift(unit, counters.faceOf(unit) ?? this.#host.face(unit));
  }

  #show(clip: Clip, share: number): void {
    switch (clip.type) {
      case 'travel':
        this.#showTravel(clip.unit, clip.path, share);
        break;
      case 'presence': {
        const image = this.#host.counters.imageOf(clip.unit);
        image?.setAlpha(clip.here ? share : 1 - share);
        if (clip.here) image?.setPosition(hexX(this.#grid, clip.hex), hexY(this.#grid, clip.hex));
        break;
      }
      case 'clash':
        this.#showClash(clip, share);
        break;
      case 'shells':
        this.#showSmoke(clip.hex, share);
        break;
      case 'flight':
        this.#showFlight(clip, share);
        break;
      case 'volley':
        this.#showVolley(clip.by, share);
        this.#showSmoke(clip.hex, share);
        break;
      case 'blast':
        this.#showBlast(clip, share);
        break;
      default:
        break;
    }
  }

  #showTravel(unit: number, path: readonly number[], share: number): void {
    const image = this.#host.counters.imageOf(unit);
    if (!image) return;
    const { leg, t } = alongPath(path.length - 1, share);
    const from = path[leg] as number;
    const to = path[leg + 1] as number;
    const x = hexX(this.#grid, from) * (1 - t) + hexX(this.#grid, to) * t;
    const y = hexY(this.#grid, from) * (1 - t) + hexY(this.#grid, to) * t;
    image.setPosition(x, y);
  }

  /** Attackers lunge a third of the way and fall back; the flash stands between. */
  #showClash(clip: Clip & { type: 'clash' }, share: number): void {
    const x = hexX(this.#grid, clip.hex);
    const y = hexY(this.#grid, clip.hex);
    const push = share < 0.35 ? share / 0.35 : Math.max(0, 1 - (share - 0.35) / 0.4);
    for (const unit of clip.attackers) {
      const image = this.#host.counters.imageOf(unit);
      const home = this.#homes.get(unit);
      if (!image) continue;
      if (!home) {
        this.#homes.set(unit, { x: image.x, y: image.y });
        continue;
      }
      image.setPosition(home.x + (x - home.x) * 0.3 * push, home.y + (y - home.y) * 0.3 * push);
    }
    this.#burst(x, y, Math.max(0, 1 - Math.abs(share - 0.4) / 0.35), 0.7 + 0.5 * share);
    this.#flash.setRotation(share * 0.5);
  }

  #burst(x: number, y: number, glow: number, size: number): void {
    this.#flash
      .setVisible(glow > 0)
      .setPosition(x, y)
      .setAlpha(glow)
      .setScale(size / FLASH_PX);
  }

  /** Three flashes at the shooter, where the viewer knows it. */
  #showVolley(by: number, share: number): void {
    const { counters } = this.#host;
    const image = counters.faceOf(by) ? counters.imageOf(by) : null;
    if (!image) return;
    const beat = (share * 4.5) % 1;
    this.#burst(image.x, image.y + 0.2, share < 0.67 ? 1 - beat : 0, 0.42);
  }

  #showBlast(clip: Clip & { type: 'blast' }, share: number): void {
    const { hex, hexside } = clip;
    const at =
      hexside < 0
        ? { x: hexX(this.#grid, hex), y: hexY(this.#grid, hex) }
        : hexsideMiddle(this.#grid, hex, hexside % 3);
    this.#burst(at.x, at.y, Math.max(0, 1 - share * 2), hexside < 0 ? 0.9 : 0.55);
    this.#smokeAt(at.x, at.y, share);
  }

  readonly #homes = new Map<number, { x: number; y: number }>();

  #showSmoke(hex: number, share: number): void {
    this.#smokeAt(hexX(this.#grid, hex), hexY(this.#grid, hex), share);
  }

  #smokeAt(x: number, y: number, share: number): void {
    this.#smoke.forEach((puff, k) => {
      const own = Math.min(1, Math.max(0, share * 1.6 - k * 0.2));
      puff.setVisible(own > 0 && own < 1);
      puff.setPosition(x + Math.cos(k * 2.1) * 0.22, y + Math.sin(k * 2.1) * 0.2 - own * 0.08);
      puff.setScale((0.2 + own * 0.35) / 64).setAlpha(1 - own);
    });
  }

  /** Across the hex and away; a lift comes down on it instead, growing smaller. */
  #showFlight(clip: Clip & { type: 'flight' }, share: number): void {
    const x = hexX(this.#grid, clip.hex);
    const y = hexY(this.#grid, clip.hex);
    const lands = clip.mission === 'troopLift' || clip.mission === 'supplyLift';
    const far = lands ? -3 * (1 - share) * (1 - share) : (share - 0.5) * 7;
    const near = lands ? 0.55 + 0.45 * (1 - share) : 1;
    this.#aircraft.setVisible(true).setPosition(x + far, y - far * (lands ? -0.45 : 0.7) - 0.15 * near);
    this.#aircraft.setTexture(`aircraft${this.#host.sideOf(clip.formation)}`);
    this.#aircraft.setRotation(lands ? 1.2 : 0.19);
    this.#aircraft.setScale((Math.max(0.55, (34 * this.#dpr) / this.#host.px()) * near) / 96);
    this.#aircraft.setAlpha(Math.min(1, 4 * Math.min(share, 1 - share)));
    const bombs = clip.mission !== 'reconnaissance' && clip.mission !== 'superiority' && clip.mission !== 'supplyDrop';
    if (share > 0.4 && bombs && !lands) this.#showSmoke(clip.hex, (share - 0.4) / 0.6);
  }

  #finish(clip: Clip): void {
    const { counters } = this.#host;
    switch (clip.type) {
      case 'travel':
        if (clip.text !== '') this.float(clip.path[clip.path.length - 1] as number, clip.text, '#b22218', 0);
        break;
      case 'clash':
        for (const unit of clip.attackers) {
          const home = this.#homes.get(unit);
          if (home) counters.imageOf(unit)?.setPosition(home.x, home.y);
        }
        this.#homes.clear();
        this.#flash.setVisible(false);
        if (clip.defenderLoss > 0) this.float(clip.hex, `−${clip.defenderLoss}`, '#b22218', 0.24);
        if (clip.attackerLoss > 0) this.float(clip.hex, `−${clip.attackerLoss}`, '#7a4a12', -0.24);
        break;
      case 'shells':
        for (const puff of this.#smoke) puff.setVisible(false);
        if (clip.loss > 0) this.float(clip.hex, `−${clip.loss}`, '#b22218', 0);
        break;
      case 'flight':
        this.#aircraft.setVisible(false);
        for (const puff of this.#smoke) puff.setVisible(false);
        if (clip.loss > 0) this.float(clip.hex, `−${clip.loss}`, '#b22218', 0);
        if (clip.aircraftLost > 0) this.float(clip.hex, `✈ −${clip.aircraftLost}`, '#2f4f8f', -0.3);
        if (clip.gain !== '') this.float(clip.hex, clip.gain, '#2f6b2a', 0.2);
        break;
      case 'volley':
      case 'blast':
        this.#flash.setVisible(false);
        for (const puff of this.#smoke) puff.setVisible(false);
        if (clip.type === 'blast') this.float(clip.hex, clip.text, '#b22218', 0);
        else if (clip.loss > 0) this.float(clip.hex, `−${clip.loss}`, '#b22218', 0);
        break;
      case 'presence':
        if (clip.text !== '') this.float(clip.hex, clip.text, '#b22218', 0);
        if (!clip.here) counters.remove(clip.unit);
        break;
      case 'sign':
        this.float(clip.hex, clip.text, clip.tone === 'alarm' ? '#b22218' : '#2b231b', 0);
        break;
    }
  }

  /** A number that rises from a hex and fades. */
  float(hex: number, text: string, colour: string, shift: number): void {
    const size = 17 * this.#dpr;
    const label = this.#scene.add.text(0, 0, text, {
      fontFamily: SANS,
      fontStyle: 'bold',
      fontSize: `${size}px`,
      color: colour,
      stroke: '#fbf4e2',
      strokeThickness: 4 * this.#dpr,
    });
    label.setOrigin(0.5, 0.5);
    this.layer.add(label);
    const x = hexX(this.#grid, hex) + shift;
    this.#floaters.push({ text: label, x, y: hexY(this.#grid, hex) - 0.2, age: 0, life: 1500 });
  }

  #frameFloaters(ms: number): void {
    for (let k = this.#floaters.length - 1; k >= 0; k--) {
      const floater = this.#floaters[k] as Floater;
      floater.age += ms * Math.max(1, this.#speed);
      const share = floater.age / floater.life;
      if (share >= 1) {
        floater.text.destroy();
        this.#floaters.splice(k, 1);
        continue;
      }
      const px = this.#host.px();
      floater.text.setPosition(floater.x, floater.y - (share * 26 * this.#dpr) / px);
      floater.text.setScale(1 / px).setAlpha(Math.min(1, 3 * (1 - share)));
    }
  }
}

function placeOf(clip: Clip): number {
  if (clip.type === 'travel') return clip.path[clip.path.length - 1] as number;
  return clip.hex;
}
