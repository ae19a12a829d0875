/** Courses of action that were weighed: the margin that each promised, with its error, on one scale. */
import type { Appreciation } from '../../../bots/appreciation.ts';
import { useDesk } from '../../app/desk.ts';
import { intl, t } from '../../text/intl.ts';
import { Icon } from '../../widgets/icon.tsx';
import { courseText, planText } from './planText.ts';

export function CourseList({ appreciation }: { appreciation: Appreciation }) {
  const { table } = useDesk();
  const { courses, work } = appreciation;
  if (courses.length === 0) return <p class="soft">{t(work > 0 ? 'inspector.sameCourses' : 'inspector.noCourses')}</p>;
  const low = Math.min(...courses.map((one) => one.margin - one.error));
  const high = Math.max(...courses.map((one) => one.margin + one.error));
  const width = Math.max(high - low, 1);
  const at = (margin: number): string => `${(100 * (margin - low)) / width}%`;
  return (
    <>
      <p class="small soft">{t('inspector.coursesAbout', { work })}</p>
      <ol class="inspector-courses">
        {courses.map((one, i) => (
          // The same course may be weighed with two plans.
          <li key={i} class={one.chosen ? 'chosen' : ''}>
            <div class="course-head">
              <span>
                {one.chosen && <Icon name="check" />}
                <b>{courseText(table.game, table.names, one)}</b>
                {one.chosen && <span class="hush">{t('inspector.taken')}</span>}
              </span>
              <span class="course-margin">
                {one.samples > 1
                  ? t('inspector.margin', { margin: points(one.margin, true), error: points(one.error, false) })
                  : points(one.margin, true)}
              </span>
            </div>
            <span class="course-line" aria-hidden="true">
              <i class="whisker" style={{ left: at(one.margin - one.error), width: `${(200 * one.error) / width}%` }} />
              <i class="middle" style={{ left: at(one.margin) }} />
            </span>
            <small class="soft">
              {planText(table.names, one.plan)} · {t('inspector.samples', { count: one.samples })}
            </small>
          </li>
        ))}
      </ol>
    </>
  );
}

function points(value: number, signed: boolean): string {
  const text = intl().formatNumber(value, { maximumFractionDigits: 1, signDisplay: signed ? 'exceptZero' : 'auto' });
  return text.replace('-', '−');
}
