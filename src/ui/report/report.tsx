/** A report of a run of the laboratory: how the games turned out, beside what the sources say. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { NotableGame, ReportModel } from '../../lab/report/model.ts';
import { t } from '../text/intl.ts';
import { ControlMap } from './controlMap.tsx';
import { Fan } from './fan.tsx';
import { Reach, ReportHead } from './head.tsx';
import { Measures } from './measures.tsx';
import { Misses } from './misses.tsx';
import { NotableGames } from './notable.tsx';
import { Grades, Margin, Summary } from './overview.tsx';
import { toldOf } from './told.ts';
import './report.css';

interface Props {
  model: ReportModel;
  /** Opens a game's replay in the page; left out where the page cannot. */
  onReplay?: (game: NotableGame) => void;
}

const SECTIONS = ['outcome', 'misses', 'measures', 'series', 'map', 'games', 'reach'] as const;
type SectionId = (typeof SECTIONS)[number];

export function Report({ model, onReplay }: Props) {
  const id = useId();
  const told = toldOf(model.run.scenario, model);
  const contents: Record<SectionId, ComponentChildren> = {
    outcome: (
      <>
        <Summary model={model} told={told} />
        <div class="report-outcome">
          <Grades model={model} told={told} />
          <Margin model={model} told={told} />
        </div>
      </>
    ),
    misses: <Misses model={model} told={told} />,
    measures: <Measures model={model} told={told} />,
    series: (
      <div class="report-fans">
        {model.series.map((series) => (
          <Fan key={series.id} series={series} model={model} told={told} />
        ))}
      </div>
    ),
    map: <ControlMap model={model} told={told} />,
    games: <NotableGames model={model} told={told} onReplay={onReplay} />,
    reach: <Reach games={model.games} resolution={model.resolution} />,
  };
  return (
    <article class="report">
      <ReportHead model={model} told={told} />
      <nav class="report-contents" aria-label={t('report.contents')}>
        {SECTIONS.map((section) => (
          <button type="button" class="plain" key={section} onClick={() => goTo(`${id}-${section}`)}>
            {t(`report.sections.${section}`)}
          </button>
        ))}
      </nav>
      {SECTIONS.map((section) => (
        <section key={section} class={`report-section of-${section}`}>
          <h3 id={`${id}-${section}`} tabIndex={-1}>
            {t(`report.sections.${section}`)}
          </h3>
          <p class="soft small">{t(`report.intro.${section}`)}</p>
          {contents[section]}
        </section>
      ))}
    </article>
  );
}

/** Goes to a section without an address of its own: the page's address may hold a game. */
function goTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
