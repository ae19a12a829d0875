import { GAME_KEYS, REPLAY_KEYS } from '../app/keys.ts';
import { en } from '../text/en.ts';
import { Dialog } from '../widgets/dialog.tsx';
import { openClause } from './rulebookSheet.tsx';

export function HelpSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={en.help.title} onClose={onClose} wide>
      <p class="help-rulebook">
        <button
          type="button"
          onClick={() => {
            openClause.value = '';
          }}
        >
          {en.rulebook.button}
        </button>
      </p>
      <div class="help">
        {en.help.sections.map((section) => (
          <section key={section.title}>
            <h3>{section.title}</h3>
            {section.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </section>
        ))}
        <section class="keys">
          <h3>{en.help.keys}</h3>
          <dl>
            {GAME_KEYS.filter((binding) => binding.shown !== '').map((binding) => (
              <div key={binding.shown}>
                <dt>
                  <kbd>{binding.shown}</kbd>
                </dt>
                <dd>{en.commands[binding.command]}</dd>
              </div>
            ))}
          </dl>
          <h3>{en.help.replayKeys}</h3>
          <dl>
            {REPLAY_KEYS.map((binding) => (
              <div key={binding.shown}>
                <dt>
                  <kbd>{binding.shown}</kbd>
                </dt>
                <dd>{en.commands[binding.command]}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
