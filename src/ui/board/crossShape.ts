/** Two strokes across a point, `r` pixels to each end, drawn once for each colour and width: the last lies on top. */
export function cross(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  r: number,
  strokes: readonly (readonly [colour: string, width: number])[],
): void {
  context.lineCap = 'round';
  for (const [colour, width] of strokes) {
    context.beginPath();
    context.moveTo(x - r, y - r);
    context.lineTo(x + r, y + r);
    context.moveTo(x + r, y - r);
    context.lineTo(x - r, y + r);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
}
