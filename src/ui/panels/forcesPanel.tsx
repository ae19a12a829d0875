/** The order of battle, or who is still to come and who leaves; the staff's tables are a press away. */
import { useState } from 'preact/hooks';
import { toggleTables } from '../app/staff/openTable.ts';
import { keyOf } from '../screens/overlayMenu.tsx';
import { t } from '../text/intl.ts';
import { Choice } from '../widgets/choice.tsx';
import { Icon } from '../widgets/icon.tsx';
import { ComingsPanel } from './comingsPanel.tsx';
import { OrderOfBattle } from './orderOfBattle.tsx';

export function ForcesPanel({ onTab }: { onTab: (tab: 'air' | 'command') => void }) {
  const [shown, setShown] = useState<'order' | 'comings'>('order');
  return (
    <div class="forces">
      <button type="button" onClick={() => toggleTables()}>
        <Icon name="grid" /> {t('staff.title')} <kbd>{keyOf('staff')}</kbd>
      </button>
      <Choice
        label={t('comings.shown')}
        value={shown}
        onChange={setShown}
        options={[
          { value: 'order', label: t('comings.order') },
          { value: 'comings', label: t('comings.title') },
        ]}
      />
      {shown === 'order' ? (
        <OrderOfBattle />
      ) : (
        <ComingsPanel onBridge={() => onTab('air')} onCommand={() => onTab('command')} />
      )}
    </div>
  );
}
