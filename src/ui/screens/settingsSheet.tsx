import { set, settings } from '../app/settings.ts';
import { en } from '../text/en.ts';
import { Choice } from '../widgets/choice.tsx';
import { Dialog } from '../widgets/dialog.tsx';

const SPEEDS = [0.5, 1, 2, 4, 0];

export function SettingsSheet({ onClose }: { onClose: () => void }) {
  const now = settings.value;
  return (
    <Dialog title={en.settings.title} onClose={onClose}>
      <div class="setting">
        <span aria-hidden="true">{en.settings.speed}</span>
        <Choice
          label={en.settings.speed}
          value={now.speed}
          onChange={(speed) => set('speed', speed)}
          options={SPEEDS.map((speed) => ({
            value: speed,
            label: speed === 0 ? en.settings.noAnimation : en.settings.times(speed),
          }))}
        />
      </div>
      <div class="setting">
        <span aria-hidden="true">{en.settings.text}</span>
        <Choice
          label={en.settings.text}
          value={now.text}
          onChange={(size) => set('text', size)}
          options={(['normal', 'large'] as const).map((size) => ({ value: size, label: en.settings.sizes[size] }))}
        />
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
