/** Which language the page speaks: what is set, or what the browser prefers, with the words of the open scenario. */
import { effect, signal } from '@preact/signals';
import { type Language, preferred, speak } from '../text/intl.ts';
import { hasWords, keepWords } from '../text/words.ts';
import { fetchJson } from './load.ts';
import { settings } from './settings.ts';

/** Scenarios whose own words are wanted: the open game's. */
const open = signal<string | null>(null);

/** The language asked for by the settings. */
export function wanted(): Language {
  const { language } = settings.value;
  return language === 'auto' ? preferred(navigator.languages) : language;
}

/** Fetches a scenario's words once; where that fails the English ones stand. */
async function loadWords(scenario: string, tongue: Language): Promise<void> {
  if (hasWords(scenario, tongue)) return;
  const read = await fetchJson(`scenarios/${encodeURIComponent(scenario)}/words/${tongue}.json`).catch(() => null);
  keepWords(scenario, tongue, read ?? {});
}

/** Speaks the wanted language from now on, following the settings; resolves when the first words are there. */
export async function keepLanguage(onFault: (error: unknown) => void): Promise<void> {
  await Promise.all([speak(wanted()), ...(open.value ? [loadWords(open.value, wanted())] : [])]);
  let first = true;
  effect(() => {
    const next = wanted();
    const scenario = open.value;
    if (first) {
      first = false;
      return;
    }
    void (async () => {
      if (scenario) await loadWords(scenario, next);
      await speak(next);
    })().catch(onFault);
  });
}

/** The open scenario's names and texts come in the reader's language from here on. */
export async function openWords(scenario: string): Promise<void> {
  await loadWords(scenario, wanted());
  open.value = scenario;
}
