/** Writing a note on a hex. */
import { useState } from 'preact/hooks';
import { NOTE_LIMITS, noteText } from '../../play/note.ts';
import { useDesk } from '../app/desk.ts';
import { noteHere } from '../app/notes.ts';
import { t } from '../text/intl.ts';
import { Dialog } from '../widgets/dialog.tsx';
import { Icon } from '../widgets/icon.tsx';

export function NoteSheet() {
  const { table } = useDesk();
  const hex = table.notes.open.value;
  return hex === null || !table.notes.write ? null : <Sheet key={hex} hex={hex} />;
}

function Sheet({ hex }: { hex: number }) {
  const { table } = useDesk();
  const { notes } = table;
  const old = noteHere(notes, hex, table.eyes.value);
  const [text, setText] = useState(old?.text ?? '');
  const [full, setFull] = useState(false);
  const close = (): void => {
    notes.open.value = null;
  };
  const keep = (kept: string): void => {
    if (notes.write?.(hex, kept)) close();
    else setFull(true);
  };
  const left = NOTE_LIMITS.characters - [...noteText(text)].length;
  return (
    <Dialog
      title={t('notes.at', { where: table.names.hexFull(hex) })}
      onClose={close}
      foot={
        <>
          {old && (
            <button type="button" class="danger" onClick={() => keep('')}>
              <Icon name="trash" /> {t('notes.remove')}
            </button>
          )}
          <button type="button" onClick={close}>
            {t('common.cancel')}
          </button>
          <button type="submit" form="note" class="primary">
            {t('notes.keep')}
          </button>
        </>
      }
    >
      <form
        id="note"
        onSubmit={(event) => {
          event.preventDefault();
          keep(text);
        }}
      >
        <label class="note-field">
          <span>{t('notes.text')}</span>
          <textarea
            rows={4}
            maxLength={NOTE_LIMITS.characters}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              keep(text);
            }}
          />
        </label>
      </form>
      <p class="small soft" aria-live="polite">
        {full ? t('notes.full', { most: NOTE_LIMITS.notes }) : t('notes.left', { left })}
      </p>
      <p class="small soft">{t('notes.about')}</p>
    </Dialog>
  );
}
