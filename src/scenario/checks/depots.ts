/** Supply sources: where they lie, and which of them bring supplies forward to which. */
import { parseHex } from '../../core/hex.ts';
import type { ScenarioData } from '../../core/scenario.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Problems, shown } from '../problem.ts';
import { checkIds, checkKnown, checkSourced } from './common.ts';
import { isWater } from './map.ts';

export function checkDepots(data: ScenarioData, lexicon: Lexicon, problems: Problems): void {
  const { cols, rows } = data.map;
  const sources = data.scenario.supplySources;
  checkIds('scenario', ['supplySources'], sources, problems);
  const feeders = new Map(sources.map((source) => [source.id, source.from?.source]));
  sources.forEach((source, i) => {
    const keys = ['supplySources', i];
    checkKnown('scenario', [...keys, 'side'], source.side, lexicon.sides, 'unknown-side', problems);
    checkSourced('scenario', keys, source, problems);
    const hex = parseHex(cols, rows, source.hex);
    if (hex < 0) problems.add('scenario', [...keys, 'hex'], 'off-map', `hex ${source.hex} is not on the map`);
    else if (isWater(data, hex)) problems.add('scenario', [...keys, 'hex'], 'impassable', `hex ${source.hex} is water`);
    if (!source.from) return;
    const from = source.from.source;
    const at = [...keys, 'from', 'source'];
    if (!checkKnown('scenario', at, from, lexicon.depots, 'unknown-depot', problems)) return;
    if (lexicon.depots.get(from)?.side !== source.side)
      problems.add('scenario', at, 'other-side', `${shown(from)} belongs to the other side`);
    if (comesBack(source.id, feeders))
      problems.add('scenario', at, 'supply-cycle', `what ${shown(source.id)} gets comes from itself in the end`);
  });
}

/** Does the chain of depots behind one lead back to it? */
function comesBack(id: string, feeders: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at = feeders.get(id); at !== undefined && !seen.has(at); at = feeders.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
