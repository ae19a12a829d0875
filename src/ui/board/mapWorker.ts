/** Draws pieces of the map sheet off the page's thread. */
import { type MapArt, type MapSource, prepareArt } from './mapArt.ts';
import { paintMap } from './mapPainter.ts';
import type { PieceRequest } from './mapPort.ts';

let art: MapArt | null = null;

self.onmessage = (message: MessageEvent<{ source: MapSource } | { id: number; piece: PieceRequest }>): void => {
  const { data } = message;
  if ('source' in data) {
    art = prepareArt(data.source);
    return;
  }
  if (!art) return;
  const { piece } = data;
  const canvas = new OffscreenCanvas(piece.width, piece.height);
  const context = canvas.getContext('2d', { alpha: false }) as unknown as CanvasRenderingContext2D | null;
  if (!context) return;
  paintMap({ context, art, ...piece });
  const bitmap = canvas.transferToImageBitmap();
  self.postMessage({ id: data.id, bitmap }, { transfer: [bitmap] });
};
