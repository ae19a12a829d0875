import { useState } from 'preact/hooks';
import { t } from '../text/intl.ts';
import { Dialog } from '../widgets/dialog.tsx';
import { KeyEditor } from './keyEditor.tsx';
import { KeyList } from './keyList.tsx';
import { openClause } from './rulebookSheet.tsx';

const SECTIONS = ['turn', 'march', 'attack', 'air', 'command', 'undo', 'touch'] as const;

/** How to play, and all keys as they are now. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  const [editing, setEditing] = useState(false);
  return (
    <>
      <Dialog title={t('help.title')} onClose={onClose} wide>
        <p class="help-rulebook button-row">
          <button
            type="button"
            onClick={() => {
              openClause.value = '';
            }}
          >
            {t('rulebook.button')}
          </button>
          <button type="button" onClick={() => setEditing(true)}>
            {t('keyboard.edit')}
          </button>
        </p>
        <div class="help">
          {SECTIONS.map((section) => (
            <section key={section}>
              <h3>{t(`help.${section}.title`)}</h3>
              <p>{t(`help.${section}.text`)}</p>
            </section>
          ))}
        </div>
        <h3 class="keys-title">{t('help.keys')}</h3>
        <KeyList />
      </Dialog>
      {editing && <KeyEditor onClose={() => setEditing(false)} />}
    </>
  );
}
