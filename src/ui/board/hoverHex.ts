/** The light outline of the hex under the pointer. */
import type Phaser from 'phaser';
import type { Grid } from './geometry.ts';
import { tracedHex } from './pane.ts';
import { canvasOf, canvasTexture } from './picture.ts';

/** Gives the outline's image its picture for a scale of so many pixels a hex width, drawn on first use. */
export function dressHover(
  scene: Phaser.Scene,
  image: Phaser.GameObjects.Image,
  grid: Grid,
  hexPx: number,
  dpr: number,
): void {
  const px = Math.ceil(hexPx);
  const side = Math.ceil(px * 1.2) + 8;
  const name = `hover${px}`;
  if (!scene.textures.exists(name)) {
    const { canvas, context } = canvasOf(side, side);
    const rect = { left: 0, top: 0, right: side / px, bottom: side / px };
    context.beginPath();
    tracedHex({ context, grid, rect, px, dpr, level: 0 }, side / 2 / px, side / 2 / px, 0.98);
    context.fillStyle = 'rgba(255,252,238,0.16)';
    context.fill();
    context.strokeStyle = 'rgba(43,35,27,0.75)';
    context.lineWidth = 1.5 * dpr;
    context.stroke();
    canvasTexture(scene, name, canvas);
  }
  image.setTexture(name).setScale(1 / px);
}
