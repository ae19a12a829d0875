/** The sign of an aircraft, on the map, in overlays and in flight. */

/** A small aircraft seen from above, nose to the north-east. `rim` scales its light edge, 0 for none. */
export function plane(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  r: number,
  colour: string,
  rim: number,
): void {
  context.save();
  context.translate(x, y);
  context.rotate(Math.PI / 4);
  context.beginPath();
  context.moveTo(0, -r);
  context.lineTo(r * 0.14, -r * 0.45);
  context.lineTo(r, -r * 0.05);
  context.lineTo(r, r * 0.15);
  context.lineTo(r * 0.14, r * 0.1);
  context.lineTo(r * 0.1, r * 0.6);
  context.lineTo(r * 0.4, r * 0.8);
  context.lineTo(r * 0.4, r * 0.95);
  context.lineTo(0, r * 0.85);
  context.lineTo(-r * 0.4, r * 0.95);
  context.lineTo(-r * 0.4, r * 0.8);
  context.lineTo(-r * 0.1, r * 0.6);
  context.lineTo(-r * 0.14, r * 0.1);
  context.lineTo(-r, r * 0.15);
  context.lineTo(-r, -r * 0.05);
  context.lineTo(-r * 0.14, -r * 0.45);
  context.closePath();
  if (rim > 0) {
    context.strokeStyle = '#fff3d6';
    context.lineWidth = 2.4 * rim;
    context.lineJoin = 'round';
    context.stroke();
  }
  context.fillStyle = colour;
  context.fill();
  context.restore();
}
