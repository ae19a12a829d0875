/** The short text at a hex: a refusal with its reason, or a cost. An element of the page, so that it is read out too. */

export class Bubble {
  readonly #element: HTMLDivElement;
  hex = -1;

  constructor(host: HTMLElement) {
    const element = document.createElement('div');
    element.className = 'board-bubble';
    element.setAttribute('role', 'status');
    Object.assign(element.style, {
      position: 'absolute',
      left: '0',
      top: '0',
      maxWidth: '280px',
      padding: '5px 9px',
      borderRadius: '5px',
      font: 'inherit',
      fontSize: '13px',
      lineHeight: '1.35',
      pointerEvents: 'none',
      boxShadow: '0 2px 8px rgba(30,20,8,0.35)',
      zIndex: '3',
      visibility: 'hidden',
    });
    host.append(element);
    this.#element = element;
  }

  /** Shows the refusal if there is one, else the hint, else nothing. */
  tell(refusal: { hex: number; text: string } | null, hint: { hex: number; text: string } | null): void {
    const said = refusal ?? hint;
    const { style } = this.#element;
    this.hex = said?.hex ?? -1;
    style.visibility = said ? 'visible' : 'hidden';
    if (!said) return;
    if (this.#element.textContent !== said.text) this.#element.textContent = said.text;
    style.background = refusal ? '#7d1d16' : 'rgba(43,36,28,0.92)';
    style.color = '#fdf3dc';
    style.border = refusal ? '1px solid #e0a08f' : '1px solid rgba(216,199,156,0.7)';
  }

  /** Puts it beside a point of the host, above it where there is room. */
  place(x: number, y: number, reach: number, width: number): void {
    const box = this.#element;
    const left = Math.max(6, Math.min(width - box.offsetWidth - 6, x - box.offsetWidth / 2));
    const above = y - reach - box.offsetHeight - 6;
    const top = above > 4 ? above : y + reach + 6;
    box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  destroy(): void {
    this.#element.remove();
  }
}
