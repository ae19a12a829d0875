/** What the digest test runs inside the browser: games from links, run again on a scenario that the test hands over. */
import { compile } from '../../src/core/game.ts';
import type { ScenarioData } from '../../src/core/scenario.ts';
import { unpackRecord } from '../../src/play/link.ts';
import { type Verdict, verify } from '../../src/play/verify.ts';

/** The verdict on each link. Throws when one does not unpack. */
export async function verifyLinks(data: ScenarioData, links: readonly string[]): Promise<Verdict[]> {
  const game = compile(data);
  const verdicts: Verdict[] = [];
  for (const link of links) {
    const unpacked = unpackRecord(link);
    if (!unpacked.ok) throw new Error(unpacked.faults[0]?.message);
    verdicts.push(await verify(game, unpacked.value));
  }
  return verdicts;
}
