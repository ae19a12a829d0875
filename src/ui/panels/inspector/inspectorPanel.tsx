/** The bot inspector of a replay: what the computer made of the situation, and why it gave each order of its player turn. */
import { useEffect } from 'preact/hooks';
import type { Appreciation } from '../../../bots/appreciation.ts';
import type { Inspection } from '../../../play/inspection.ts';
import { useDesk } from '../../app/desk.ts';
import { INSPECTOR_TOPICS, type Inspector, type Standing } from '../../app/inspector.ts';
import { playerText } from '../../screens/verdictBadge.tsx';
import { t } from '../../text/intl.ts';
import { formatShare } from '../../text/names.ts';
import { Choice } from '../../widgets/choice.tsx';
import { Icon } from '../../widgets/icon.tsx';
import { CourseList } from './courseList.tsx';
import { EnemyList } from './enemyList.tsx';
import { OrderList } from './orderList.tsx';
import { planText } from './planText.ts';
import { TaskList } from './taskList.tsx';

export function InspectorPanel({ inspector }: { inspector: Inspector }) {
  useEffect(() => {
    inspector.open.value = true;
    return () => {
      inspector.open.value = false;
    };
  }, [inspector]);
  const standing = inspector.standing.value;
  return (
    <section class="inspector" aria-label={t('inspector.title')}>
      <Whose inspector={inspector} />
      {standing === 'open' ? <Work inspector={inspector} /> : <Closed inspector={inspector} standing={standing} />}
    </section>
  );
}

/** Whose player turn is at hand, who played it, and the way to the turns before and after it. */
function Whose({ inspector }: { inspector: Inspector }) {
  const { table } = useDesk();
  const { turn, side } = inspector.mark;
  const step = (by: 1 | -1) => {
    const name = t(by < 0 ? 'inspector.previous' : 'inspector.next');
    return (
      <button
        type="button"
        class="plain"
        aria-label={name}
        title={name}
        disabled={inspector.turnBeside(by) === null}
        onClick={() => inspector.seekTurn(by)}
      >
        <Icon name={by < 0 ? 'phaseBack' : 'phaseOn'} />
      </button>
    );
  };
  return (
    <div class="inspector-head" style={{ '--side': table.game.data.scenario.sides[side]?.colour }}>
      <div>
        <h2>{t('inspector.title')}</h2>
        <p class="small">
          <i class="swatch" /> {t('inspector.whose', { side: table.names.side(side), date: table.names.date(turn) })} ·{' '}
          {playerText(inspector.player, table.names)}
        </p>
      </div>
      <span class="inspector-steps">
        {step(-1)}
        {step(1)}
      </span>
    </div>
  );
}

/** Why there is nothing to see of this player turn. */
function Closed({ inspector, standing }: { inspector: Inspector; standing: Exclude<Standing, 'open'> }) {
  const { table } = useDesk();
  const { side } = inspector.mark;
  return (
    <>
      <p role="status">{t(`inspector.closed.${standing}`, { adjective: table.names.adjective(side) })}</p>
      {standing === 'otherEyes' && (
        <p class="button-row">
          {[null, side].map((eyes) => (
            <button
              type="button"
              key={eyes}
              onClick={() => {
                table.eyes.value = eyes;
              }}
            >
              <Icon name="eye" />{' '}
              {eyes === null
                ? t('inspector.umpireEyes')
                : t('inspector.ownEyes', { adjective: table.names.adjective(side) })}
            </button>
          ))}
        </p>
      )}
    </>
  );
}

function Work({ inspector }: { inspector: Inspector }) {
  const work = inspector.work.value;
  switch (work.state) {
    case 'done':
      return <Found inspector={inspector} inspection={work.inspection} />;
    case 'running':
      return (
        <div class="inspector-thinking">
          <p role="status">{t('inspector.thinking')}</p>
          <div class="inspector-progress">
            <progress aria-label={t('inspector.thinking')} value={work.share} />
            <span aria-hidden="true">{formatShare(work.share * 1000)}</span>
          </div>
          <button type="button" onClick={() => inspector.cancel()}>
            {t('common.cancel')}
          </button>
        </div>
      );
    case 'none':
      return <p role="status">{t('inspector.none')}</p>;
    case 'idle':
      return null;
    default:
      return (
        <div class="inspector-thinking">
          <p role="status">
            {work.state === 'failed' ? t('inspector.failed', { why: work.reason }) : t('inspector.cancelled')}
          </p>
          <button type="button" class="primary" onClick={() => inspector.again()}>
            {t('inspector.again')}
          </button>
        </div>
      );
  }
}

function Found({ inspector, inspection }: { inspector: Inspector; inspection: Inspection }) {
  const topic = inspector.topic.value;
  const { appreciation } = inspection;
  return (
    <>
      <p class="hush" role="status">
        {t('inspector.found', { count: inspection.orders.length })}
      </p>
      <Intent appreciation={appreciation} />
      <Choice
        label={t('inspector.topic')}
        value={topic}
        onChange={(next) => {
          inspector.topic.value = next;
        }}
        options={INSPECTOR_TOPICS.map((id) => ({ value: id, label: t(`inspector.topics.${id}`) }))}
      />
      {topic === 'orders' ? (
        <OrderList inspector={inspector} inspection={inspection} />
      ) : appreciation === null ? (
        <p class="soft">{t('inspector.noAppreciation')}</p>
      ) : topic === 'tasks' ? (
        <TaskList inspector={inspector} inspection={inspection} appreciation={appreciation} />
      ) : topic === 'enemies' ? (
        <EnemyList inspector={inspector} inspection={inspection} appreciation={appreciation} />
      ) : (
        <CourseList appreciation={appreciation} />
      )}
    </>
  );
}

/** The operational plan and the main effort. */
function Intent({ appreciation }: { appreciation: Appreciation | null }) {
  const { table, show } = useDesk();
  if (!appreciation) return null;
  const { main } = appreciation;
  return (
    <dl class="facts inspector-intent">
      <div>
        <dt>{t('inspector.plan')}</dt>
        <dd>{planText(table.names, appreciation.plan)}</dd>
      </div>
      <div>
        <dt>{t('inspector.main')}</dt>
        <dd>
          {main === null ? (
            t('inspector.noMain')
          ) : (
            <button type="button" class="plain link" onClick={() => show(main)}>
              {table.names.hexFull(main)}
            </button>
          )}
        </dd>
      </div>
    </dl>
  );
}
