/** What the parts of the side are to do, with the power wanted and given; one picked is pointed out on the map. */
import type { Appreciation, Tasking } from '../../../bots/appreciation.ts';
import type { Inspection } from '../../../play/inspection.ts';
import { useDesk } from '../../app/desk.ts';
import type { Inspector } from '../../app/inspector.ts';
import { t, term } from '../../text/intl.ts';
import { formatCount, type Names } from '../../text/names.ts';
import { Bar } from '../../widgets/meters.tsx';

interface Props {
  inspector: Inspector;
  inspection: Inspection;
  appreciation: Appreciation;
}

export function TaskList({ inspector, inspection, appreciation }: Props) {
  const { show } = useDesk();
  const names = inspector.namesFor(inspection);
  const { tasks, main, plan } = appreciation;
  if (tasks.length === 0) return <p class="soft">{t('inspector.noTasks')}</p>;
  const pick = (index: number, hex: number): void => {
    inspector.pickTask(index);
    if (inspector.task.value === index) show(hex);
  };
  return (
    <>
      <p class="small soft">{t('inspector.powerAbout')}</p>
      <ul class="inspector-tasks">
        {tasks.map((task, i) => {
          const on = inspector.task.value === i;
          const phase = phaseOf(task, plan, names);
          return (
            // A task has no name of its own: its place in the list is what it is known by.
            <li key={i} class={on ? 'picked' : ''}>
              <button type="button" aria-pressed={on} onClick={() => pick(i, task.hex)}>
                <span class="task-head">
                  <b>{term('inspector.tasks', task.kind)}</b>
                  <span>{names.hex(task.hex)}</span>
                  {task.hex === main && <i class="chip">{t('inspector.main')}</i>}
                </span>
                {phase && <small>{phase.column}</small>}
                <span class="task-power">
                  <Bar value={task.need === 0 ? 1000 : (1000 * task.given) / task.need} />
                  <span>
                    {t('inspector.power', { given: formatCount(task.given), need: formatCount(task.need) })} ·{' '}
                    {t('inspector.worth', { worth: task.worth })}
                  </span>
                </span>
              </button>
              {on && <TaskDetails task={task} reason={phase?.reason} names={names} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The column of the operational plan that a task was given to, and what it is for now; null for a task of no plan. */
function phaseOf({ column }: Tasking, plan: string | null, names: Names): ReturnType<Names['phase']> {
  return column && plan !== null ? names.phase({ plan, column: column.id, index: column.phase }) : null;
}

/** What a task is for by the plan, and who is in it. */
function TaskDetails({ task, reason, names }: { task: Tasking; reason: string | undefined; names: Names }) {
  return (
    <dl class="task-details">
      {reason && (
        <div>
          <dt>{t('inspector.column')}</dt>
          <dd>{reason}</dd>
        </div>
      )}
      <UnitLinks name={t('inspector.units')} units={task.units} names={names} />
      <UnitLinks name={t('inspector.support')} units={task.support} names={names} />
    </dl>
  );
}

function UnitLinks({ name, units, names }: { name: string; units: readonly number[]; names: Names }) {
  const { showUnit } = useDesk();
  if (units.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <ul class="unit-links">
          {units.map((unit) => (
            <li key={unit}>
              <button type="button" class="plain link" onClick={() => showUnit(unit)}>
                {names.unit(unit)}
              </button>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
