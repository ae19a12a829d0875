/** Sets the fights of an engagement up with the engine: one for each day of battle that differs from the day before. */
import { compile, type Game } from '../../core/game.ts';
import { PLOT_SUPPORT } from '../../core/rules/airCombat.ts';
import { setUpFight } from '../../core/rules/fight.ts';
import type { Parameters } from '../../core/rules/parameters.ts';
import type { Fight } from '../../core/rules/resolver.ts';
import { setup } from '../../core/setup.ts';
import type { GameState } from '../../core/state.ts';
import { type WholeEngagement, withoutGaps } from './assumptions.ts';
import type { Engagement } from './engagement.ts';
import { scenarioOf, sectorsOf } from './scenario.ts';

/** Men-equivalents of a sortie of close support, the weight that the campaigns' aircraft have. */
const SORTIE = 200;
const ELASTIC = 2;
const DEFENDERS_HEX = 1;

/** An engagement compiled: what does not hang on the numbers of the rules. */
export interface Prepared {
  engagement: WholeEngagement;
  sectors: number;
  game: Game;
  state: GameState;
}

/** Compiles an engagement and lays its forces out. Takes under a millisecond. */
export function prepare(given: Engagement): Prepared {
  const engagement = withoutGaps(given);
  const sectors = sectorsOf(engagement);
  const game = compile(scenarioOf(engagement));
  const { state } = setup(game, { seed: '', fog: false });
  const { attacker, defender, days, posture } = engagement;
  for (const [side, { sorties }] of [attacker, defender].entries()) {
    if (sorties === 0) continue;
    const aDay = sorties / days / sectors;
    state.plots.push({
      side: side as 0 | 1,
      kind: PLOT_SUPPORT,
      hex: DEFENDERS_HEX,
      sorties: aDay,
      value: aDay * SORTIE,
    });
  }
  if (posture === 'delay' || posture === 'withdrawal') for (const unit of state.units.slice(1)) unit.stance = ELASTIC;
  return { engagement, sectors, game, state };
}

/**
 * The fights of an engagement by day of battle under these rules, the whole front together; the last goes on for all
 * further days. Men are those of the table, to a man.
 */
export function fightsOf({ engagement, sectors, game, state }: Prepared, rules: Parameters): Fight[] {
  const ruled = { ...game, rules };
  // Surprise fades over three days, the main effort over its own.
  const unlike = Math.max(4, rules.assault.mainEffort.days + 1);
  return Array.from({ length: Math.min(engagement.days, unlike) }, (_, before) => {
    const battle = { hex: DEFENDERS_HEX, side: 0 as const, started: 1, last: 1, days: before };
    const { fight } = setUpFight(
      ruled,
      { ...state, battles: before === 0 ? [] : [battle] },
      { type: 'assault', hex: DEFENDERS_HEX, units: [0], support: [], advance: true },
    );
    return {
      ...fight,
      attackStrength: fight.attackStrength * sectors,
      defenceStrength: fight.defenceStrength * sectors,
      attackMen: engagement.attacker.men,
      defenceMen: engagement.defender.men,
      attackArmour: fight.attackArmour * sectors,
      defenceArmour: fight.defenceArmour * sectors,
    };
  });
}
