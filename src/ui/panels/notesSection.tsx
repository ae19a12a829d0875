/** The reader's notes as a list: a click goes to the place; each can be changed, and another put on the hex in hand. */
import { useDesk } from '../app/desk.ts';
import { t } from '../text/intl.ts';
import { formatTurn } from '../text/names.ts';
import { Icon } from '../widgets/icon.tsx';

export function NotesSection() {
  const { table, show } = useDesk();
  const { notes } = table;
  const { hex, hoverHex } = table.interaction.value;
  const here = hex >= 0 ? hex : hoverHex;
  const list = notes.shown.value;
  if (list.length === 0 && !notes.write) return null;
  return (
    <details class="notes" open={list.length > 0}>
      <summary>
        {t('notes.title')} <small>{t('notes.count', { count: list.length })}</small>
      </summary>
      {notes.write && (
        <button
          type="button"
          class="small"
          disabled={here < 0}
          onClick={() => {
            notes.open.value = here;
          }}
        >
          <Icon name="pen" /> {here < 0 ? t('notes.pick') : t('notes.addAt', { where: table.names.hex(here) })}
        </button>
      )}
      <ul class="rows">
        {list.map((note) => {
          const where = table.names.hex(note.hex);
          return (
            <li key={`${note.hex}/${note.side ?? 'both'}`}>
              <button type="button" class="plain note-row" onClick={() => show(note.hex)}>
                <b>{where}</b>
                <span class="note-text">{note.text}</span>
                <small class="soft">
                  {formatTurn(table.game, note.turn)}
                  {note.side !== undefined && table.eyes.value === null && ` · ${table.names.side(note.side)}`}
                </small>
              </button>
              {notes.write && (
                <button
                  type="button"
                  class="plain"
                  aria-label={t('notes.editAt', { where })}
                  title={t('notes.editAt', { where })}
                  onClick={() => {
                    notes.open.value = note.hex;
                  }}
                >
                  <Icon name="pen" />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
