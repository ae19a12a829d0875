/**
 * The stand-alone page of a report: one script and one style in a file of their own. The page's `lang` is the language;
 * `#model` holds what is shown, `#words` the scenario's words in that language (docs/formats.md, "Words"), if there are any.
 */
import { render } from 'preact';
import type { ReportModel } from '../../lab/report/model.ts';
import { LANGUAGES, type Language, speak, t } from '../text/intl.ts';
import { keepWords } from '../text/words.ts';
import { Report } from './report.tsx';
import '../style/base.css';
import '../style/parts.css';
import '../style/access.css';
import '../style/scripts.css';
import './page.css';

/** What a JSON script of the page holds; null when the page has none of that name. */
function held(id: string): unknown {
  const text = document.getElementById(id)?.textContent;
  return text ? JSON.parse(text) : null;
}

async function show(): Promise<void> {
  const asked = document.documentElement.lang;
  const language: Language = LANGUAGES.find((one) => one === asked) ?? 'en';
  await speak(language);
  const model = held('model') as ReportModel;
  keepWords(model.run.scenario, language, held('words'));
  const root = document.getElementById('report') ?? document.body.appendChild(document.createElement('main'));
  root.replaceChildren();
  render(
    <>
      <h1 class="report-page-title">{t('report.pageTitle')}</h1>
      <Report model={model} />
    </>,
    root,
  );
}

void show();
