/** Engines of earlier rules that are kept beside the page, in `assets/engines`. */
import { beside, fetchJson } from './load.ts';

/** The address of the engine of a rules version, null when none is kept. */
export async function archivedEngine(rules: number): Promise<string | null> {
  try {
    const index = (await fetchJson('assets/engines/index.json')) as { rules?: unknown };
    const kept = Array.isArray(index.rules) && index.rules.includes(rules);
    return kept ? beside(`assets/engines/rules-${rules}.js`) : null;
  } catch {
    return null;
  }
}
