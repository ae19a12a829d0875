/** The first screen: scenarios, set-up, going on, saved games, opening a file. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { catalogue, notify, watch } from '../app/app.ts';
import { told } from '../app/entryWords.ts';
import { openFile } from '../app/files.ts';
import { set } from '../app/settings.ts';
import { type Language, language, t } from '../text/intl.ts';
import { formatDays } from '../text/names.ts';
import { FileLabel } from '../widgets/fileLabel.tsx';
import { Icon } from '../widgets/icon.tsx';
import { LanguageOptions } from '../widgets/languageOptions.tsx';
import { MapThumb } from '../widgets/mapThumb.tsx';
import { HelpSheet } from './helpSheet.tsx';
import { LaboratoryButton } from './laboratoryDoor.tsx';
import { LessonOffer } from './lessonOffer.tsx';
import { RunningGames, SavedGames } from './savedGames.tsx';
import { lengthOf, ScenarioCard, ScenarioPlate } from './scenarioCard.tsx';
import { SettingsSheet } from './settingsSheet.tsx';
import { SetUpForm } from './setUpForm.tsx';

async function take(file: File | undefined): Promise<void> {
  if (!file) return;
  const opened = await openFile(file);
  if (opened.ok) await watch(opened.record);
  else notify('error', t('start.fileBroken', { name: file.name }), opened.faults);
}

export function StartScreen() {
  const open = useSignal<'help' | 'settings' | null>(null);
  const chosen = useSignal(0);
  const over = useSignal(false);
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      over.value = event.type === 'dragover';
      if (event.type === 'drop') void take(event.dataTransfer.files[0]);
    };
    for (const type of ['dragover', 'dragleave', 'drop'] as const) addEventListener(type, drag);
    return () => {
      for (const type of ['dragover', 'dragleave', 'drop'] as const) removeEventListener(type, drag);
    };
  }, []);
  const entries = catalogue.value;
  const battles = entries?.filter((one) => !one.lesson) ?? [];
  const lessons = entries?.filter((one) => one.lesson) ?? [];
  const entry = battles[chosen.value] ?? null;
  return (
    <div class={`start${over.value ? ' dropping' : ''}`}>
      <header class="masthead">
        <div class="brand">
          <img src="./icon.svg" width="44" height="44" alt="" />
          <div>
            <h1>Ridgeline</h1>
            <p>{t('start.motto')}</p>
          </div>
        </div>
        <nav>
          <LanguageChoice />
          <LaboratoryButton />
          <button
            type="button"
            class="quiet"
            onClick={() => {
              open.value = 'help';
            }}
          >
            <Icon name="help" /> {t('game.help')}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              open.value = 'settings';
            }}
          >
            <Icon name="gear" /> {t('game.settings')}
          </button>
        </nav>
      </header>
      {entries === null && <p class="boot">{t('start.loading')}</p>}
      {entries?.length === 0 && <p class="soft">{t('start.noScenario')}</p>}
      {lessons.map((one) => (
        <LessonOffer entry={one} key={one.id} />
      ))}
      {battles.length > 1 && (
        <fieldset class="chooser">
          <legend class="hush">{t('start.scenarios')}</legend>
          {battles.map((one, i) => (
            <label key={one.id}>
              <input
                type="radio"
                class="hush"
                name="scenario"
                checked={chosen.value === i}
                onChange={() => {
                  chosen.value = i;
                }}
              />
              <MapThumb entry={one} />
              <span class="chooser-words">
                <span lang={told(one).second.lang}>{told(one).second.text}</span>
                <b>{told(one).title}</b>
                <small>
                  {formatDays(one.startDate, one.endDate)} · {lengthOf(one)}
                </small>
                <small>{t('start.sizeShort', { count: one.units.reduce((sum, units) => sum + units, 0) })}</small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {entry && (
        <main class="start-main">
          <ScenarioPlate entry={entry} key={`plate ${entry.id}`} />
          <div class="start-side">
            <RunningGames />
            <SetUpForm entry={entry} key={entry.id} />
            <SavedGames />
            <section class="sheet open-file">
              <h2>{t('start.openFile')}</h2>
              <p class="small soft">{t('start.openAbout')}</p>
              <FileLabel text={t('start.chooseFile')} onFile={(file) => void take(file)} />
            </section>
          </div>
          <ScenarioCard entry={entry} key={`card ${entry.id}`} />
        </main>
      )}
      <footer class="imprint small soft">{t('start.imprint')}</footer>
      {over.value && <div class="drop-hint">{t('start.drop')}</div>}
      {open.value === 'help' && (
        <HelpSheet
          onClose={() => {
            open.value = null;
          }}
        />
      )}
      {open.value === 'settings' && (
        <SettingsSheet
          onClose={() => {
            open.value = null;
          }}
        />
      )}
    </div>
  );
}

/** The language, where a visitor who reads none of what stands here finds it. */
function LanguageChoice() {
  return (
    <label class="language-choice">
      <span class="hush">{t('settings.language')}</span>
      <select value={language()} onChange={(event) => set('language', event.currentTarget.value as Language)}>
        <LanguageOptions />
      </select>
    </label>
  );
}
