import { set, settings } from '../app/settings.ts';
import { LANGUAGES, type Language, OWN_NAMES, t } from '../text/intl.ts';
import { Choice } from '../widgets/choice.tsx';
import { Dialog } from '../widgets/dialog.tsx';

const SPEEDS = [0.5, 1, 2, 4, 0];

export function SettingsSheet({ onClose }: { onClose: () => void }) {
  const now = settings.value;
  return (
    <Dialog title={t('settings.title')} onClose={onClose}>
      <label class="setting">
        <span>{t('settings.language')}</span>
        <select
          value={now.language}
          onChange={(event) => set('language', event.currentTarget.value as Language | 'auto')}
        >
          <option value="auto">{t('settings.languageAuto')}</option>
          {LANGUAGES.map((one) => (
            <option key={one} value={one} lang={one}>
              {OWN_NAMES[one]}
            </option>
          ))}
        </select>
      </label>
      <div class="setting">
        <span aria-hidden="true">{t('settings.speed')}</span>
        <Choice
          label={t('settings.speed')}
          value={now.speed}
          onChange={(speed) => set('speed', speed)}
          options={SPEEDS.map((speed) => ({
            value: speed,
            label: speed === 0 ? t('settings.noAnimation') : t('settings.times', { speed }),
          }))}
        />
      </div>
      <div class="setting">
        <span aria-hidden="true">{t('settings.text')}</span>
        <Choice
          label={t('settings.text')}
          value={now.text}
          onChange={(size) => set('text', size)}
          options={(['normal', 'large'] as const).map((size) => ({ value: size, label: t(`settings.sizes.${size}`) }))}
        />
      </div>
      <label class="tick">
        <input type="checkbox" checked={now.confirmEnd} onChange={() => set('confirmEnd', !now.confirmEnd)} />
        {t('settings.confirmEnd')}
      </label>
      <label class="tick">
        <input type="checkbox" checked={now.grid} onChange={() => set('grid', !now.grid)} />
        {t('map.grid')}
      </label>
    </Dialog>
  );
}
