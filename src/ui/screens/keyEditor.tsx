/** Choosing other keys: a command waits for the next key pressed; whose key it already is gets asked about, never overrun. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { chordsOf, pressOf, shownChord } from '../app/chords.ts';
import { addKey, conflictOf, keptByBrowser, removeKey, resetKeys, swapKey, takenSince } from '../app/keyChange.ts';
import type { Command, OwnKeys } from '../app/keys.ts';
import { set, settings } from '../app/settings.ts';
import { t } from '../text/intl.ts';
import { ConfirmButton } from '../widgets/confirm.tsx';
import { Dialog } from '../widgets/dialog.tsx';
import { Icon } from '../widgets/icon.tsx';
import { Chord, type KeyRow, KeySearch, keyRows } from './keyList.tsx';

/** What a row is busy with: waiting for a key, or asking what becomes of a key that another command has. */
type Asking =
  | { id: Command; step: 'press' }
  | { id: Command; step: 'taken'; chord: string; by: Command }
  | { id: Command; step: 'kept'; chord: string }
  | { id: Command; step: 'reset'; taken: { chord: string; by: Command }[] };

const nameOf = (id: Command): string => t(`commands.${id}`);

export function KeyEditor({ onClose }: { onClose: () => void }) {
  const [sought, setSought] = useState('');
  const [asking, setAsking] = useState<Asking | null>(null);
  const [said, setSaid] = useState('');
  const own = settings.value.keys;
  const keep = (next: OwnKeys, words: string): void => {
    set('keys', next);
    setAsking(null);
    setSaid(words);
  };
  const pressed = (id: Command, chord: string): void => {
    const by = conflictOf(own, id, chord);
    if (keptByBrowser(chord)) setAsking({ id, step: 'kept', chord });
    else if (by) setAsking({ id, step: 'taken', chord, by });
    else keep(addKey(own, id, chord), t('keyboard.done', { key: shownChord(chord), command: nameOf(id) }));
  };
  const reset = (id: Command): void => {
    const taken = takenSince(own, id);
    if (taken.length > 0) setAsking({ id, step: 'reset', taken });
    else keep(resetKeys(own, id), '');
  };
  return (
    <Dialog title={t('keyboard.title')} onClose={onClose} wide>
      <p class="small soft">{t('keyboard.about')}</p>
      <KeySearch value={sought} onInput={setSought} />
      <p class="hush" role="status">
        {said}
      </p>
      {keyRows(sought).map(({ group, rows }) => (
        <section key={group} class="key-edit">
          <h3 class="label">{t(`keyboard.groups.${group}`)}</h3>
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                <Row
                  row={row}
                  changed={row.id in own}
                  onAdd={() => setAsking({ id: row.id, step: 'press' })}
                  onRemove={(chord) => keep(removeKey(own, row.id, chord), '')}
                  onReset={() => reset(row.id)}
                />
                {asking?.id === row.id && (
                  <Question
                    asking={asking}
                    onPress={(chord) => pressed(row.id, chord)}
                    onLeave={() => setAsking(null)}
                    onTake={(chord) =>
                      keep(
                        addKey(own, row.id, chord),
                        t('keyboard.done', { key: shownChord(chord), command: row.name }),
                      )
                    }
                    onSwap={(chord) =>
                      keep(
                        swapKey(own, row.id, chord),
                        t('keyboard.done', { key: shownChord(chord), command: row.name }),
                      )
                    }
                    onReset={() => keep(resetKeys(own, row.id), '')}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {keyRows(sought).length === 0 && <p role="status">{t('keyboard.nothing')}</p>}
      <p class="button-row">
        <ConfirmButton
          label={t('keyboard.resetAll')}
          question={t('keyboard.resetAsk')}
          yes={t('keyboard.resetAll')}
          onYes={() => keep({}, t('keyboard.resetAll'))}
        />
      </p>
    </Dialog>
  );
}

interface RowProps {
  row: KeyRow;
  changed: boolean;
  onAdd: () => void;
  onRemove: (chord: string) => void;
  onReset: () => void;
}

function Row({ row, changed, onAdd, onRemove, onReset }: RowProps) {
  const { name, keys } = row;
  return (
    <div class="key-row" data-command={row.id}>
      <span>{name}</span>
      <span class="key-chords">
        {keys.map((chord) => (
          <button
            type="button"
            key={chord}
            class="plain chord-button"
            aria-label={t('keyboard.remove', { key: shownChord(chord), command: name })}
            onClick={() => onRemove(chord)}
          >
            <Chord chord={chord} /> <Icon name="close" />
          </button>
        ))}
        {keys.length === 0 && <small class="soft">{t('keyboard.none')}</small>}
      </span>
      <button type="button" class="plain" aria-label={t('keyboard.add', { command: name })} onClick={onAdd}>
        <Icon name="plus" />
      </button>
      <button
        type="button"
        class="plain"
        disabled={!changed}
        aria-label={t('keyboard.reset', { command: name })}
        onClick={onReset}
      >
        <Icon name="undo" />
      </button>
    </div>
  );
}

interface QuestionProps {
  asking: Asking;
  onPress: (chord: string) => void;
  onTake: (chord: string) => void;
  onSwap: (chord: string) => void;
  onReset: () => void;
  onLeave: () => void;
}

function Question({ asking, onPress, onTake, onSwap, onReset, onLeave }: QuestionProps) {
  const box = useRef<HTMLDivElement>(null);
  // The keys belong to the question until it is answered, and go back to the row's own button then.
  useLayoutEffect(() => {
    const back = document.activeElement;
    box.current?.querySelector<HTMLElement>('button, [tabindex]')?.focus();
    return () => {
      if (back instanceof HTMLElement && back.isConnected) back.focus();
    };
  }, [asking.step]);
  const name = nameOf(asking.id);
  if (asking.step === 'press') {
    const listen = (event: KeyboardEvent): void => {
      const press = pressOf(event);
      const [chord] = press ? chordsOf(press) : [];
      if (!chord) return;
      event.preventDefault();
      event.stopPropagation();
      if (chord === 'Escape') onLeave();
      else onPress(chord);
    };
    return (
      <div ref={box} class="key-question">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the next key, whatever it is */}
        <p role="application" tabIndex={0} aria-label={t('keyboard.press', { command: name })} onKeyDown={listen}>
          {t('keyboard.press', { command: name })}
        </p>
      </div>
    );
  }
  if (asking.step === 'reset') {
    const by = asking.taken[0]?.by;
    return (
      <div ref={box} class="key-question" role="alertdialog" aria-label={name}>
        <p>
          {by &&
            t('keyboard.resetTakes', {
              keys: asking.taken.map(({ chord }) => shownChord(chord)).join(t('common.comma')),
              other: asking.taken.map((one) => nameOf(one.by)).join(t('common.comma')),
            })}
        </p>
        <div class="button-row">
          <button type="button" onClick={onReset}>
            {t('keyboard.take')}
          </button>
          <button type="button" onClick={onLeave}>
            {t('keyboard.leave')}
          </button>
        </div>
      </div>
    );
  }
  const { chord } = asking;
  const key = shownChord(chord);
  return (
    <div ref={box} class="key-question" role="alertdialog" aria-label={name}>
      <p>
        {asking.step === 'kept'
          ? t('keyboard.kept', { key })
          : t('keyboard.conflict', { key, other: nameOf(asking.by) })}
      </p>
      <div class="button-row">
        {asking.step === 'taken' && (
          <>
            <button type="button" onClick={() => onTake(chord)}>
              {t('keyboard.take')}
            </button>
            <button type="button" onClick={() => onSwap(chord)}>
              {t('keyboard.swap')}
            </button>
          </>
        )}
        <button type="button" onClick={onLeave}>
          {t('keyboard.leave')}
        </button>
      </div>
    </div>
  );
}
