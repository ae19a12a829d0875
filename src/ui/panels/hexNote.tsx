/** The reader's note on a hex, with the button to write or change it. */
import { useDesk } from '../app/desk.ts';
import { noteHere } from '../app/notes.ts';
import { t } from '../text/intl.ts';
import { Icon } from '../widgets/icon.tsx';

export function HexNote({ hex }: { hex: number }) {
  const { table } = useDesk();
  const { notes } = table;
  const note = noteHere(notes, hex, table.eyes.value);
  if (!note && !notes.write) return null;
  return (
    <div class="hex-note">
      {note && <p class="note-text">{note.text}</p>}
      {notes.write && (
        <button
          type="button"
          class="small"
          onClick={() => {
            notes.open.value = hex;
          }}
        >
          <Icon name="pen" /> {t(note ? 'notes.change' : 'notes.write')}
        </button>
      )}
    </div>
  );
}
