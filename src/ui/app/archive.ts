/** Engines of earlier rules, and editions of scenarios that records of them were played on, kept beside the page in `assets/engines`. */
import type { Game } from '../../core/game.ts';
import type { ScenarioData } from '../../core/scenario.ts';
import { beside, fetchJson } from './load.ts';

const FOLDER = 'assets/engines';

/** What is kept: rules versions, and editions as `<scenario>-<digest>`. Nothing where the list cannot be had. */
async function kept(): Promise<{ rules: readonly unknown[]; editions: readonly unknown[] }> {
  const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  try {
    const index = (await fetchJson(`${FOLDER}/index.json`)) as { rules?: unknown; editions?: unknown };
    return { rules: listOf(index.rules), editions: listOf(index.editions) };
  } catch {
    return { rules: [], editions: [] };
  }
}

/** The address of the engine of a rules version, null when none is kept. */
export async function archivedEngine(rules: number): Promise<string | null> {
  return (await kept()).rules.includes(rules) ? beside(`${FOLDER}/rules-${rules}.js`) : null;
}

/** An earlier edition of the scenario of a game by its digest; null when it is not kept, or has another map or other units to show. */
export async function archivedEdition(game: Game, digest: string): Promise<ScenarioData | null> {
  const name = `${game.data.scenario.id}-${digest}`;
  if (!(await kept()).editions.includes(name)) return null;
  try {
    const edition = (await fetchJson(`${FOLDER}/${name}.json`)) as ScenarioData;
    return shape(edition) === shape(game.data) ? edition : null;
  } catch {
    return null;
  }
}

/** What a state of a scenario must fit for another edition of it to show it. */
function shape({ map, oob, scenario }: ScenarioData): string {
  const { objectives } = scenario.victory;
  return JSON.stringify([map, oob.units.map((unit) => unit.id), objectives.map((one) => one.place)]);
}
