import { set, settings } from '../app/settings.ts';
import { en } from '../text/en.ts';
import { Dialog } from '../widgets/dialog.tsx';

const SPEEDS = [0.5, 1, 2, 4, 0];

export function SettingsSheet({ onClose }: { onClose: () => void }) {
  const now = settings.value;
  return (
    <Dialog title={en.settings.title} onClose={onClose}>
      <div class="setting">
        <span id="speed">{en.settings.speed}</span>
        <div class="segments" role="radiogroup" aria-labelledby="speed">
          {SPEEDS.map((speed) => (
            <button
              type="button"
              role="radio"
              key={speed}
              aria-checked={now.speed === speed}
              onClick={() => set('speed', speed)}
            >
              {speed === 0 ? en.settings.noAnimation : en.settings.times(speed)}
            </button>
          ))}
        </div>
      </div>
      <div class="setting">
        <span id="size">{en.settings.text}</span>
        <div class="segments" role="radiogroup" aria-labelledby="size">
          {(['normal', 'large'] as const).map((size) => (
            <button
              type="button"
              role="radio"
              key={size}
              aria-checked={now.text === size}
              onClick={() => set('text', size)}
            >
              {en.settings.sizes[size]}
            </button>
          ))}
        </div>
      </div>
      <label class="tick">
        <input type="checkbox" checked={now.confirmEnd} onChange={() => set('confirmEnd', !now.confirmEnd)} />
        {en.settings.confirmEnd}
      </label>
      <label class="tick">
        <input type="checkbox" checked={now.grid} onChange={() => set('grid', !now.grid)} />
        {en.map.grid}
      </label>
    </Dialog>
  );
}
