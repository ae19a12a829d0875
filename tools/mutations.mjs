import { AIR } from './mutations/air.mjs';
import { COMBAT } from './mutations/combat.mjs';
import { END } from './mutations/end.mjs';
import { MARCH } from './mutations/march.mjs';
import { SIGHT } from './mutations/sight.mjs';
import { SUPPLY } from './mutations/supply.mjs';

/**
 * Small wrongs done to the rules, one at a time: [clause, file in src/core, text that occurs once, what to put there,
 * files of tests/core that should notice first]. Each must make a test of tests/core fail.
 */
export const MUTATIONS = [...MARCH, ...COMBAT, ...SIGHT, ...SUPPLY, ...AIR, ...END];
