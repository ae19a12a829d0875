/** Hands the page's pointer and wheel events on a canvas to the gestures of the board. */
import type { BoardView } from './boardView.ts';
import type { PointerInput } from './gestures.ts';

/** Starts listening; the answer stops it. */
export function listen(canvas: HTMLCanvasElement, view: BoardView): () => void {
  const { gestures } = view;
  const stop = new AbortController();
  const options = { signal: stop.signal };
  canvas.style.touchAction = 'none';
  canvas.style.display = 'block';
  let box = canvas.getBoundingClientRect();
  const input = (event: PointerEvent): PointerInput => ({
    id: event.pointerId,
    x: event.clientX - box.left,
    y: event.clientY - box.top,
    button: Math.max(event.button, 0),
    touch: event.pointerType === 'touch',
    shift: event.shiftKey,
    ctrl: event.ctrlKey || event.metaKey,
    alt: event.altKey,
    time: performance.now(),
  });
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      box = canvas.getBoundingClientRect();
      // The middle button would start the browser's own scrolling.
      if (event.button === 1) event.preventDefault();
      canvas.setPointerCapture(event.pointerId);
      gestures.down(input(event));
      view.wake();
    },
    options,
  );
  canvas.addEventListener('pointermove', (event) => gestures.move(input(event)), options);
  canvas.addEventListener('pointerup', (event) => gestures.up(input(event)), options);
  canvas.addEventListener('pointercancel', (event) => gestures.cancel(event.pointerId), options);
  canvas.addEventListener(
    'pointerenter',
    () => {
      box = canvas.getBoundingClientRect();
    },
    options,
  );
  canvas.addEventListener('pointerleave', () => gestures.leave(), options);
  canvas.addEventListener('contextmenu', (event) => event.preventDefault(), options);
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      box = canvas.getBoundingClientRect();
      const pixels = event.deltaY * (event.deltaMode === 1 ? 33 : event.deltaMode === 2 ? 400 : 1);
      gestures.wheel(event.clientX - box.left, event.clientY - box.top, pixels, event.ctrlKey, performance.now());
    },
    { ...options, passive: false },
  );
  return () => stop.abort();
}
