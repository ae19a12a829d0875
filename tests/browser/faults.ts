/** What axe-core finds wrong with a page for those who cannot see it, hear it or use a mouse. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Found {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** Serious and critical faults of what is shown, colours come to rest, a line each; empty when there are none. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    const changing = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(changing.map((one) => one.finished));
  });
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations: Found[] = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(what: object): Promise<{ violations: Found[] }> } };
    const { violations } = await axe.run({ resultTypes: ['violations'] } as object);
    return violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 4)
        .map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary.replace(/\s+/g, ' ')})`),
    );
}
