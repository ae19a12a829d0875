/** What a scenario tells of its battle, as the laboratory needs it: sound, or not there at all. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadTold, scenarioFindings, scenarioFolder } from '../files.ts';
import { FINDINGS, Stop } from '../terminal.ts';

/** The history and the sources of a scenario; ends the command with the faults of a history that is there but not valid. */
export function soundTold(target: string): ReturnType<typeof loadTold> {
  const told = loadTold(target);
  // Without its history a run would be played and measure nothing.
  if (!told.history && existsSync(join(scenarioFolder(target), 'history.json')))
    throw new Stop(scenarioFindings(target).faults.join('\nridgeline: '), FINDINGS);
  return told;
}
