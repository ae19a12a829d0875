/** The order of battle as a chart: who reports to whom, what each is and how many men it had. */
import type { Game } from '../../core/game.ts';
import type { SideIndex } from '../../core/state.ts';
import { type OrderNode, orderOf } from '../app/orderChart.ts';
import { FRAME, ICONS } from '../board/app6.ts';
import { t } from '../text/intl.ts';
import { formatDate, scenarioNames } from '../text/names.ts';
import { Fold } from '../widgets/fold.tsx';

export function HistoryOrder({ game }: { game: Game }) {
  const names = scenarioNames(game);
  return (
    <div class="order-charts">
      {([0, 1] as const).map((side: SideIndex) => (
        <section key={side} style={{ '--side': game.data.scenario.sides[side]?.colour ?? '' }}>
          <h3>{names.side(side)}</h3>
          <ul class="order-chart">
            {orderOf(game, side).map((node) => (
              <Node key={node.id} node={node} game={game} depth={0} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Levels that are unfolded at first. */
const UNFOLDED = 2;

function Node({ node, game, depth }: { node: OrderNode; game: Game; depth: number }) {
  const { below } = node;
  if (below.length === 0)
    return (
      <li>
        <Box node={node} game={game} />
      </li>
    );
  return (
    <li>
      <Fold
        label={t('battle.unfold', { name: node.name })}
        open={depth < UNFOLDED}
        head={<Box node={node} game={game} />}
      >
        <ul>
          {below.map((one) => (
            <Node key={one.id} node={one} game={game} depth={depth + 1} />
          ))}
        </ul>
      </Fold>
    </li>
  );
}

function Box({ node, game }: { node: OrderNode; game: Game }) {
  const late = node.arrival > game.data.scenario.startDate;
  return (
    <div class="order-box">
      {node.kind && (
        <svg viewBox={`${FRAME.x - 4} ${FRAME.y - 4} ${FRAME.width + 8} ${FRAME.height + 8}`} aria-hidden="true">
          <rect x={FRAME.x} y={FRAME.y} width={FRAME.width} height={FRAME.height} />
          {ICONS[node.kind].map(({ d, fill }) => (
            <path key={d} d={d} class={fill ? 'filled' : ''} />
          ))}
        </svg>
      )}
      <span>
        <b>{node.name}</b> <span lang={node.second.lang}>{node.second.text}</span>
        <small class="soft">
          {' '}
          {t('battle.men', { men: node.men })}
          {late && ` · ${t('battle.arrives', { date: formatDate(node.arrival, false) })}`}
        </small>
      </span>
    </div>
  );
}
