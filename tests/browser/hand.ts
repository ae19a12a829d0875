/** The three ways to work the page: by mouse, by keys alone, by touch. Each presses things and points at hexes in its own way. */
import type { Locator, Page } from 'playwright-core';

export type Way = 'mouse' | 'keys' | 'touch';

/** Tab stops tried before a thing counts as out of reach. */
const MOST_STOPS = 250;

export class Hand {
  readonly page: Page;
  readonly way: Way;

  constructor(page: Page, way: Way) {
    this.page = page;
    this.way = way;
  }

  /** Presses a button, a tick, a tab or a radio button. */
  async press(target: Locator): Promise<void> {
    await target.waitFor();
    if (this.way === 'mouse') await target.click();
    else if (this.way === 'touch') await target.tap();
    else await this.#pressByKeys(target);
  }

  /** Brings a hex to the middle of the map by its number. */
  async goTo(hex: string): Promise<void> {
    const { page } = this;
    if (this.way === 'keys') {
      await this.toMap();
      await page.keyboard.press('/');
    } else await this.press(page.getByRole('button', { name: 'Go to a place, unit or hex' }));
    const sheet = page.locator('dialog[open]');
    await sheet.locator('input').fill(hex);
    if (this.way === 'keys') await page.keyboard.press('Enter');
    else await this.press(sheet.getByRole('button', { name: hex }).first());
    await sheet.waitFor({ state: 'detached' });
  }

  /** Points at the hex in the middle: selects who is there, or with somebody selected plans what can be done there. */
  async point(order = false): Promise<void> {
    const { page } = this;
    if (this.way === 'keys') {
      await page.keyboard.press(order ? 'Shift+Enter' : 'Enter');
      return;
    }
    const box = await page.locator('.board-host').boundingBox();
    if (!box) throw new Error('no map');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (this.way === 'mouse') await page.mouse.click(x, y);
    else await page.touchscreen.tap(x, y);
  }

  /** Gives the keys to the map, through the parts of the page. */
  async toMap(): Promise<void> {
    for (let n = 0; n < 6; n++) {
      if (await this.page.evaluate(() => document.activeElement?.classList.contains('board-host') === true)) return;
      await this.page.keyboard.press('F6');
    }
    throw new Error('F6 never came to the map');
  }

  async #pressByKeys(target: Locator): Promise<void> {
    const { page } = this;
    const onMap = await page.evaluate(() => document.activeElement?.closest('.board-host') != null);
    // On the map Tab goes round the units: F6 leaves it.
    if (onMap) await page.keyboard.press('F6');
    const isTab = (await target.getAttribute('role')) === 'tab';
    for (let n = 0; n < MOST_STOPS; n++) {
      const [here, inRow] = await target.evaluate((node) => {
        const at = document.activeElement;
        return [
          at === node,
          at?.closest('[role=tablist]') != null && at.closest('[role=tablist]') === node.closest('[role=tablist]'),
        ];
      });
      if (here) {
        const kind = await target.evaluate((node) => (node instanceof HTMLInputElement ? node.type : ''));
        await page.keyboard.press(kind === 'checkbox' || kind === 'radio' ? 'Space' : 'Enter');
        return;
      }
      await page.keyboard.press(isTab && inRow ? 'ArrowRight' : 'Tab');
      if (await page.evaluate(() => document.activeElement?.closest('.board-host') != null))
        await page.keyboard.press('F6');
    }
    throw new Error(`the focus never came to ${target}`);
  }
}
