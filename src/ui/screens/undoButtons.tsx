import type { Match } from '../app/match.ts';
import { t } from '../text/intl.ts';
import { Icon } from '../widgets/icon.tsx';

/** Undo and redo, with the reason when something cannot be taken back. */
export function UndoButtons({ match }: { match: Match }) {
  match.version.value;
  const { undo, redo, barrier } = match.session.reach;
  const mayOrder = match.seen.value.mayOrder;
  const why =
    undo > 0 ? t('undo.count', { count: undo }) : barrier ? t(`undo.barriers.${barrier.reason}`) : t('undo.nothing');
  return (
    <div class="undo">
      <button
        type="button"
        class="night"
        data-part="undo"
        disabled={undo === 0 || !mayOrder}
        title={why}
        aria-label={t('common.labelled', { label: t('undo.undo'), text: why })}
        onClick={() => match.undo()}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="night"
        data-part="redo"
        disabled={redo === 0 || !mayOrder}
        title={redo > 0 ? t('undo.redoCount', { count: redo }) : t('undo.noRedo')}
        aria-label={t('undo.redo')}
        onClick={() => match.redo()}
      >
        <Icon name="redo" />
      </button>
      {undo === 0 && barrier && mayOrder && (
        <small class="barrier wide-only">{t(`undo.short.${barrier.reason}`)}</small>
      )}
    </div>
  );
}
