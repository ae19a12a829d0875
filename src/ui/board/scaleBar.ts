/** The scale of the map in kilometres, an element of the page in the corner of the view. */

/** Lengths a bar may have, km. */
const LENGTHS = [1, 2, 5, 10, 20, 50, 100, 200] as const;
/** A bar is at most so many screen pixels long. */
const LONGEST_PX = 130;

/** The longest round length that fits at so many screen pixels a kilometre. */
export function barLength(pxPerKm: number): number {
  let best: number = LENGTHS[0];
  for (const km of LENGTHS) if (km * pxPerKm <= LONGEST_PX) best = km;
  return best;
}

export class ScaleBar {
  readonly #element: HTMLDivElement;
  readonly #bar: HTMLDivElement;
  readonly #label: HTMLSpanElement;
  readonly #hexKm: number;
  #hexPx = 0;

  constructor(host: HTMLElement, hexKm: number) {
    this.#hexKm = hexKm;
    const element = document.createElement('div');
    element.className = 'board-scale';
    Object.assign(element.style, {
      position: 'absolute',
      right: '10px',
      bottom: '8px',
      padding: '2px 7px 4px',
      borderRadius: '3px',
      background: 'rgba(246,239,221,0.86)',
      color: '#2b231b',
      fontSize: '11px',
      lineHeight: '1.25',
      textAlign: 'center',
      pointerEvents: 'none',
    });
    const label = document.createElement('span');
    const bar = document.createElement('div');
    Object.assign(bar.style, {
      height: '5px',
      boxSizing: 'border-box',
      border: '1px solid #2b231b',
      background: 'linear-gradient(90deg, #2b231b 50%, #fffaea 50%)',
    });
    element.append(label, bar);
    host.append(element);
    this.#element = element;
    this.#bar = bar;
    this.#label = label;
  }

  /** Shows the scale of so many CSS pixels a hex width; cheap when it has not changed. */
  show(hexPx: number): void {
    if (hexPx === this.#hexPx) return;
    this.#hexPx = hexPx;
    const km = barLength(hexPx / this.#hexKm);
    this.#label.textContent = `${km} km`;
    this.#bar.style.width = `${Math.round((km * hexPx) / this.#hexKm)}px`;
  }

  destroy(): void {
    this.#element.remove();
  }
}
