import { useState } from 'preact/hooks';
import { set, settings, TEXT_SIZES } from '../app/settings.ts';
import { type Language, t } from '../text/intl.ts';
import { Choice } from '../widgets/choice.tsx';
import { Dialog } from '../widgets/dialog.tsx';
import { LanguageOptions } from '../widgets/languageOptions.tsx';
import { KeyEditor } from './keyEditor.tsx';

const SPEEDS = [0.5, 1, 2, 4, 0];

export function SettingsSheet({ onClose }: { onClose: () => void }) {
  const [keys, setKeys] = useState(false);
  const now = settings.value;
  return (
    <>
      <Dialog title={t('settings.title')} onClose={onClose}>
        <label class="setting">
          <span>{t('settings.language')}</span>
          <select
            value={now.language}
            onChange={(event) => set('language', event.currentTarget.value as Language | 'auto')}
          >
            <option value="auto">{t('settings.languageAuto')}</option>
            <LanguageOptions />
          </select>
        </label>
        <Setting
          label={t('settings.speed')}
          value={now.speed}
          onChange={(speed) => set('speed', speed)}
          options={SPEEDS.map((speed) => ({
            value: speed,
            label: speed === 0 ? t('settings.noAnimation') : t('settings.times', { speed }),
          }))}
        />
        <Setting
          label={t('settings.text')}
          value={now.text}
          onChange={(size) => set('text', size)}
          options={TEXT_SIZES.map((size) => ({ value: size, label: t(`settings.sizes.${size}`) }))}
        />
        <Setting
          label={t('settings.motion')}
          value={now.motion}
          onChange={(motion) => set('motion', motion)}
          options={(['system', 'less'] as const).map((value) => ({ value, label: t(`settings.motions.${value}`) }))}
        />
        <Setting
          label={t('settings.contrast')}
          value={now.contrast}
          onChange={(contrast) => set('contrast', contrast)}
          options={(['system', 'more'] as const).map((value) => ({ value, label: t(`settings.contrasts.${value}`) }))}
        />
        <label class="tick">
          <input type="checkbox" checked={now.confirmEnd} onChange={() => set('confirmEnd', !now.confirmEnd)} />
          {t('settings.confirmEnd')}
        </label>
        <label class="tick">
          <input type="checkbox" checked={now.grid} onChange={() => set('grid', !now.grid)} />
          {t('map.grid')}
        </label>
        <p class="button-row">
          <button type="button" onClick={() => setKeys(true)}>
            {t('keyboard.edit')}
          </button>
        </p>
      </Dialog>
      {keys && <KeyEditor onClose={() => setKeys(false)} />}
    </>
  );
}

function Setting<T>(props: Parameters<typeof Choice<T>>[0]) {
  return (
    <div class="setting">
      <span aria-hidden="true">{props.label}</span>
      <Choice {...props} />
    </div>
  );
}
