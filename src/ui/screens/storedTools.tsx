/** What can be done with a stored game in any list of them: save it as a file, delete it for good. */
import { dropJournal, dropSave } from '../app/shelf.ts';
import { exportStored } from '../app/stored.ts';
import { t } from '../text/intl.ts';
import { ConfirmButton } from '../widgets/confirm.tsx';
import { Icon } from '../widgets/icon.tsx';

interface Stored {
  kind: 'journal' | 'save';
  id: string;
  name: string;
}

export function ExportButton({ kind, id, name, turn }: Stored & { turn: number }) {
  return (
    <button
      type="button"
      class="plain"
      aria-label={t('storage.export', { name })}
      title={t('storage.export', { name })}
      onClick={() => void exportStored(kind, id, turn)}
    >
      <Icon name="download" />
    </button>
  );
}

export function DropButton({ kind, id, name, label, onDone }: Stored & { label: string; onDone?: () => void }) {
  return (
    <ConfirmButton
      label={label}
      question={t('start.reallyRemove', { name })}
      yes={t('storage.really')}
      icon="trash"
      onYes={() => void (kind === 'journal' ? dropJournal(id) : dropSave(id)).then(() => onDone?.())}
    />
  );
}
