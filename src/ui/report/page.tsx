/**
 * The stand-alone page of a report, a comparison or a study: one script and one style in a file of their own. The page's `lang` is the language;
 * `#model` holds what is shown, `#words` the scenario's words in that language (docs/formats.md, "Words"), if there are any.
 */
import { render } from 'preact';
import type { CompareModel } from '../../lab/compare/model.ts';
import type { ReportModel } from '../../lab/report/model.ts';
import type { VaryModel } from '../../lab/vary/model.ts';
import { LANGUAGES, type Language, speak, t } from '../text/intl.ts';
import { keepWords } from '../text/words.ts';
import { Comparison } from './comparison.tsx';
import { Report } from './report.tsx';
import { Sensitivity } from './sensitivity.tsx';
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

type Model = ReportModel | CompareModel | VaryModel;

function scenarioOf(model: Model): string {
  if ('run' in model) return model.run.scenario;
  return 'base' in model ? model.base.scenario : model.conditions.scenario;
}

function View({ model }: { model: Model }) {
  if ('run' in model) return <Report model={model} />;
  return 'base' in model ? <Comparison model={model} /> : <Sensitivity model={model} />;
}

async function show(): Promise<void> {
  const asked = document.documentElement.lang;
  const language: Language = LANGUAGES.find((one) => one === asked) ?? 'en';
  await speak(language);
  const model = held('model') as Model;
  keepWords(scenarioOf(model), language, held('words'));
  const root = document.getElementById('report') ?? document.body.appendChild(document.createElement('main'));
  root.replaceChildren();
  render(
    <>
      <h1 class="report-page-title">{t('report.pageTitle')}</h1>
      <View model={model} />
    </>,
    root,
  );
}

void show();
