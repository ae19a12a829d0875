/** A game to give away: the link that holds it, how long that is and where it is cut off, and the file. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { GameRecord } from '../../play/record.ts';
import { downloadRecord, linkTo, narrowPlaces } from '../app/files.ts';
import { t } from '../text/intl.ts';
import { Dialog } from '../widgets/dialog.tsx';
import { Icon } from '../widgets/icon.tsx';

interface Props {
  record: GameRecord;
  /** The turn it stands at, for the name of the file. */
  turn: number;
  onClose: () => void;
}

export function ShareSheet({ record, turn, onClose }: Props) {
  const link = useMemo(() => linkTo(record), [record]);
  const field = useRef<HTMLTextAreaElement>(null);
  const [state, setState] = useState<'asked' | 'copied' | 'refused'>('asked');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setState('copied');
    } catch {
      field.current?.select();
      setState('refused');
    }
  };
  const narrow = narrowPlaces(link.length);
  return (
    <Dialog title={t('share.title')} onClose={onClose}>
      <p>{t('share.about')}</p>
      <label class="stacked">
        <span class="label">
          {t('share.link')} · {t('share.length', { count: link.length })}
        </span>
        <textarea
          class="share-link"
          ref={field}
          readOnly
          rows={3}
          value={link}
          onFocus={() => field.current?.select()}
        />
      </label>
      <p class={narrow.length > 0 ? 'refusal-line' : 'small soft'} role="status">
        {narrow.length > 0
          ? t('share.long', { places: narrow.map((place) => t(`share.places.${place}`)).join(t('common.comma')) })
          : t('share.fits')}
      </p>
      <div class="share-buttons">
        <button type="button" class={narrow.length > 0 ? '' : 'primary'} onClick={() => void copy()}>
          <Icon name="link" /> {t('share.copy')}
        </button>
        <button type="button" class={narrow.length > 0 ? 'primary' : ''} onClick={() => downloadRecord(record, turn)}>
          <Icon name="download" /> {t('share.file')}
        </button>
      </div>
      <p class="small" role="status">
        {state === 'copied' && t('share.copied')}
        {state === 'refused' && t('share.notCopied')}
      </p>
    </Dialog>
  );
}
