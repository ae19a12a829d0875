/** Where pieces of the map come from: a worker where the browser can draw in one, else the page itself. */
import type { Rect } from './geometry.ts';
import { type MapArt, type MapSource, prepareArt } from './mapArt.ts';
import { paintMap } from './mapPainter.ts';

export interface PieceRequest {
  rect: Rect;
  width: number;
  height: number;
  px: number;
  dpr: number;
  level: number;
  grid: boolean;
}

export interface MapPort {
  /** Calls back with the drawn piece, later. The picture is the caller's to keep; a bitmap is to be closed. */
  draw(piece: PieceRequest, done: (picture: HTMLCanvasElement | ImageBitmap) => void): void;
  /** Pieces asked for and not yet drawn. */
  readonly pending: number;
  close(): void;
}

/** Opens the port; a worker that can't start is replaced by drawing in the page. */
export function openMapPort(source: MapSource): MapPort {
  const local = new LocalPort(source);
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return local;
  try {
    const worker = new Worker(new URL('./mapWorker.ts', import.meta.url), { type: 'module' });
    return new WorkerPort(worker, source, local);
  } catch {
    return local;
  }
}

class LocalPort implements MapPort {
  readonly #source: MapSource;
  #art: MapArt | null = null;
  #closed = false;
  pending = 0;

  constructor(source: MapSource) {
    this.#source = source;
  }

  draw(piece: PieceRequest, done: (picture: HTMLCanvasElement | ImageBitmap) => void): void {
    this.pending++;
    setTimeout(() => {
      this.pending--;
      if (this.#closed) return;
      this.#art ??= prepareArt(this.#source);
      const canvas = document.createElement('canvas');
      canvas.width = piece.width;
      canvas.height = piece.height;
      const context = canvas.getContext('2d', { alpha: false });
      if (!context) return;
      paintMap({ context, art: this.#art, ...piece });
      done(canvas);
    }, 0);
  }

  close(): void {
    this.#closed = true;
  }
}

/** A worker that owes a piece and has sent none for this long is given up, milliseconds. */
const PATIENCE = 12_000;

class WorkerPort implements MapPort {
  readonly #worker: Worker;
  readonly #local: LocalPort;
  readonly #waiting = new Map<
    number,
    { piece: PieceRequest; done: (picture: HTMLCanvasElement | ImageBitmap) => void }
  >();
  #next = 0;
  #broken = false;
  #watch: ReturnType<typeof setTimeout> | undefined;

  constructor(worker: Worker, source: MapSource, local: LocalPort) {
    this.#worker = worker;
    this.#local = local;
    worker.onmessage = (message: MessageEvent<{ id: number; bitmap: ImageBitmap }>) => {
      const { id, bitmap } = message.data;
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      this.#await();
      if (waiting) waiting.done(bitmap);
      else bitmap.close();
    };
    worker.onerror = () => this.#giveUp();
    worker.onmessageerror = () => this.#giveUp();
    worker.postMessage({ source });
  }

  /** Starts the wait for the next piece anew, as long as one is owed. */
  #await(): void {
    clearTimeout(this.#watch);
    if (this.#waiting.size > 0) this.#watch = setTimeout(() => this.#giveUp(), PATIENCE);
  }

  /** From here on the page draws, first what the worker owes. */
  #giveUp(): void {
    clearTimeout(this.#watch);
    this.#broken = true;
    this.#worker.terminate();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { piece, done } of waiting) this.#local.draw(piece, done);
  }

  get pending(): number {
    return this.#broken ? this.#local.pending : this.#waiting.size;
  }

  draw(piece: PieceRequest, done: (picture: HTMLCanvasElement | ImageBitmap) => void): void {
    if (this.#broken) {
      this.#local.draw(piece, done);
      return;
    }
    const id = this.#next++;
    this.#waiting.set(id, { piece, done });
    if (this.#waiting.size === 1) this.#await();
    this.#worker.postMessage({ id, piece });
  }

  close(): void {
    clearTimeout(this.#watch);
    this.#worker.terminate();
    this.#local.close();
    this.#waiting.clear();
  }
}
