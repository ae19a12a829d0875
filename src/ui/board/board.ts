/** Makes a board in an element of the page. See `contract.ts`. */
import Phaser from 'phaser';
import { BoardView } from './boardView.ts';
import { KEY_LEVELS, levelToFit, nearestLevel } from './camera.ts';
import type { Board, BoardData, BoardEvents, Viewport } from './contract.ts';
import { cellFor } from './counterAtlas.ts';
import { CELL_PAD, paintCounter } from './counterPainter.ts';
import { FrameClock } from './frameClock.ts';
import { hexX, hexY } from './geometry.ts';
import { DESK } from './ink.ts';
import { openMapPort } from './mapPort.ts';
import { canvasOf } from './picture.ts';
import { stakedPlaces } from './places.ts';
import { listen } from './pointerEvents.ts';
import { hasGraphicsCard } from './renderer.ts';

/** Builds the board; resolves when it can be updated. The ground appears as it is drawn. */
export async function createBoard(host: HTMLElement, data: BoardData, events: BoardEvents): Promise<Board> {
  const started = performance.now();
  const { map } = data.scenario;
  const source = { map, relief: data.relief, staked: stakedPlaces(data.scenario) };
  const port = openMapPort(data.lines ? { ...source, lines: data.lines } : source);
  const card = !data.plain && hasGraphicsCard();
  const dpr = Math.min(2, Math.max(1, window.devicePixelRatio || 1));
  if (getComputedStyle(host).position === 'static') host.style.position = 'relative';
  const scene = await boot(host, card, dpr);
  const { game } = scene;
  const view = new BoardView(scene, host, data, events, port, dpr);
  const clock = new FrameClock();
  let firstFrameMs = 0;

  const resize = (): void => {
    const width = Math.max(1, host.clientWidth);
    const height = Math.max(1, host.clientHeight);
    game.scale.resize(Math.round(width * dpr), Math.round(height * dpr));
    Object.assign(game.canvas.style, { width: `${width}px`, height: `${height}px` });
    view.resize(width, height);
  };
  resize();
  const observer = new ResizeObserver(resize);
  observer.observe(host);
  const unlisten = listen(game.canvas, view);

  game.events.on('prestep', () => clock.begin(performance.now()));
  game.events.on('postrender', () => {
    clock.end(performance.now());
    if (firstFrameMs > 0 || !view.chunks.complete) return;
    firstFrameMs = performance.now() - started;
    performance.measure('board: first frame', { start: started });
  });
  scene.events.on('update', (time: number, ms: number) => {
    if (!view.frame(time, ms)) game.loop.sleep();
  });

  const showHexes = (hexes?: readonly number[]): void => {
    const xs = hexes && hexes.length > 0 ? hexes.map((hex) => hexX(view.grid, hex)) : [0, view.grid.cols - 0.5];
    const ys =
      hexes && hexes.length > 0
        ? hexes.map((hex) => hexY(view.grid, hex))
        : [0, hexY(view.grid, (view.grid.rows - 1) * view.grid.cols)];
    const rect = {
      left: Math.min(...xs) - 1,
      right: Math.max(...xs) + 1,
      top: Math.min(...ys) - 1,
      bottom: Math.max(...ys) + 1,
    };
    const level = Math.max(view.viewer.lowest, levelToFit(rect, view.viewer.screen));
    view.viewer.jump((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2, level);
    view.wake();
  };
  showHexes();

  const middle = (): [number, number] => [view.viewer.screen.width / 2, view.viewer.screen.height / 2];

  return {
    update: (model) => view.update(model),
    play: (happened, options) => view.play(happened, options),
    skip: () => view.skip(),
    playing: () => view.playing,
    centreOn(hex, hexPx) {
      const level = hexPx === undefined ? view.viewer.level : nearestLevel(hexPx, view.viewer.lowest);
      view.viewer.toPoint(hexX(view.grid, hex), hexY(view.grid, hex), level);
      view.wake();
    },
    fit: showHexes,
    zoomBy(factor) {
      view.viewer.step(...middle(), factor > 1 ? 1 : -1);
      view.wake();
    },
    zoomTo(step) {
      const key = Math.max(0, Math.min(KEY_LEVELS.length - 1, Math.round(step) - 1));
      const level = key === 0 ? view.viewer.lowest : (KEY_LEVELS[key] as number);
      view.viewer.toLevel(level, ...middle());
      view.wake();
    },
    pan(dx, dy) {
      view.viewer.pan(-dx, -dy);
      view.wake();
    },
    viewport: (): Viewport => view.viewport(),
    hexAt: (x, y) => view.hexAt(x, y),
    screenOf: (hex) => view.screenOf(hex),
    minimap: (width) => view.minimap(width),
    counterPicture(unit, size) {
      const cell = cellFor(size * dpr);
      const { canvas, context } = canvasOf(cell, cell);
      canvas.style.width = `${size / (1 - 2 * CELL_PAD)}px`;
      const face = view.faceOf(unit);
      if (face) paintCounter(context, face, 0, 0, cell, dpr);
      return canvas;
    },
    snapshot: () =>
      new Promise((resolve) => {
        view.wake();
        game.renderer.snapshot((image) => resolve(image instanceof HTMLImageElement ? image.src : ''));
      }),
    stats: () => ({
      renderer: card ? 'webgl' : 'canvas',
      ...clock.means(),
      firstFrameMs,
      chunks: view.chunks.count,
      counters: view.shownCounters,
    }),
    destroy() {
      observer.disconnect();
      unlisten();
      view.destroy();
      // Phaser takes itself down at the start of a frame, so a board at rest has to be given one.
      game.destroy(true);
      game.loop.wake();
    },
  };
}

/** Starts Phaser with one empty scene that fills the host. */
function boot(host: HTMLElement, card: boolean, dpr: number): Promise<Phaser.Scene> {
  return new Promise((resolve) => {
    const width = Math.max(1, Math.round(host.clientWidth * dpr));
    const height = Math.max(1, Math.round(host.clientHeight * dpr));
    new Phaser.Game({
      type: card ? Phaser.WEBGL : Phaser.CANVAS,
      parent: host,
      backgroundColor: DESK,
      banner: false,
      audio: { noAudio: true },
      disableContextMenu: true,
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      scale: { mode: Phaser.Scale.NONE, width, height },
      render: { antialias: card, antialiasGL: false, roundPixels: false, powerPreference: 'high-performance' },
      scene: {
        create(this: Phaser.Scene) {
          resolve(this);
        },
      },
    });
  });
}
