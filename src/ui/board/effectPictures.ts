/** Pictures that the effects are made of: a burst, a puff of smoke, aircraft. */
import { canvasOf } from './picture.ts';
import { plane } from './planeShape.ts';

/** Side of the picture of a burst, pixels. */
export const FLASH_PX = 128;

export function flashCanvas(): HTMLCanvasElement {
  const { canvas, context } = canvasOf(FLASH_PX, FLASH_PX);
  const r = FLASH_PX / 2;
  context.translate(r, r);
  for (const [far, colour] of [
    [1, 'rgba(217,84,43,0.9)'],
    [0.72, 'rgba(244,176,60,0.95)'],
    [0.42, 'rgba(255,246,214,0.98)'],
  ] as const) {
    context.beginPath();
    for (let k = 0; k < 22; k++) {
      const reach = r * far * (k % 2 === 0 ? 0.98 : 0.55) * (k % 4 === 0 ? 1 : 0.86);
      context.lineTo(Math.cos((k * Math.PI) / 11) * reach, Math.sin((k * Math.PI) / 11) * reach);
    }
    context.closePath();
    context.fillStyle = colour;
    context.fill();
  }
  return canvas;
}

export function smokeCanvas(): HTMLCanvasElement {
  const { canvas, context } = canvasOf(64, 64);
  const cloud = context.createRadialGradient(32, 32, 2, 32, 32, 31);
  cloud.addColorStop(0, 'rgba(255,214,140,0.95)');
  cloud.addColorStop(0.35, 'rgba(120,96,76,0.85)');
  cloud.addColorStop(1, 'rgba(90,80,70,0)');
  context.fillStyle = cloud;
  context.fillRect(0, 0, 64, 64);
  return canvas;
}

export function aircraftCanvas(colour: string): HTMLCanvasElement {
  const { canvas, context } = canvasOf(96, 96);
  plane(context, 48, 48, 40, colour, 1.5);
  return canvas;
}
