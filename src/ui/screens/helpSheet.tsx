import { GAME_KEYS, REPLAY_KEYS } from '../app/keys.ts';
import { t } from '../text/intl.ts';
import { Dialog } from '../widgets/dialog.tsx';
import { openClause } from './rulebookSheet.tsx';

const SECTIONS = ['turn', 'march', 'attack', 'air', 'command', 'undo', 'touch'] as const;

export function HelpSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t('help.title')} onClose={onClose} wide>
      <p class="help-rulebook">
        <button
          type="button"
          onClick={() => {
            openClause.value = '';
          }}
        >
          {t('rulebook.button')}
        </button>
      </p>
      <div class="help">
        {SECTIONS.map((section) => (
          <section key={section}>
            <h3>{t(`help.${section}.title`)}</h3>
            <p>{t(`help.${section}.text`)}</p>
          </section>
        ))}
        <section class="keys">
          <h3>{t('help.keys')}</h3>
          <dl>
            {GAME_KEYS.filter((binding) => binding.shown !== '').map((binding) => (
              <div key={binding.shown}>
                <dt>
                  <kbd>{binding.shown}</kbd>
                </dt>
                <dd>{t(`commands.${binding.command}`)}</dd>
              </div>
            ))}
          </dl>
          <h3>{t('help.replayKeys')}</h3>
          <dl>
            {REPLAY_KEYS.map((binding) => (
              <div key={binding.shown}>
                <dt>
                  <kbd>{binding.shown}</kbd>
                </dt>
                <dd>{t(`commands.${binding.command}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
