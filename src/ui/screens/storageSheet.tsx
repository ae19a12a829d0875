/** All that is stored, how much room it takes, and the means to make room: save as a file, then delete. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { catalogue } from '../app/app.ts';
import { titleOf } from '../app/entryWords.ts';
import { readShelf, shelf } from '../app/shelf.ts';
import { t } from '../text/intl.ts';
import { formatDate } from '../text/names.ts';
import { Dialog } from '../widgets/dialog.tsx';
import { DropButton, ExportButton } from './storedTools.tsx';

interface Row {
  kind: 'journal' | 'save';
  id: string;
  name: string;
  about: string;
  turn: number;
}

interface Room {
  usedMb: number;
  quotaMb: number;
  lasting: boolean;
}

const MB = 1_000_000;

/** What the browser says of its room; null where it says nothing. */
async function roomNow(): Promise<Room | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    if (usage === undefined || quota === undefined) return null;
    const round = (bytes: number): number => Math.round(bytes / (MB / 10)) / 10;
    return { usedMb: round(usage), quotaMb: round(quota), lasting: await navigator.storage.persisted() };
  } catch {
    return null;
  }
}

function rows(): Row[] {
  const { journals, saves } = shelf.value;
  const title = (scenario: string): string => titleOf(catalogue.value, scenario);
  const day = (at: number): string => formatDate(new Date(at).toISOString().slice(0, 10), true);
  return [
    ...journals.map((one): Row => {
      const about = `${day(one.savedAt)} · ${t('storage.orders', { count: one.count })}`;
      return { kind: 'journal', id: one.id, name: title(one.head.scenario.id), about, turn: one.turn };
    }),
    ...saves.map((one): Row => {
      const about = `${day(one.savedAt)} · ${one.title}`;
      return { kind: 'save', id: one.id, name: one.name, about, turn: one.turn };
    }),
  ];
}

/** `playing`: the game on the board, which is not offered for deletion. */
export function StorageSheet({ playing, onClose }: { playing: string | null; onClose: () => void }) {
  const room = useSignal<Room | null>(null);
  const measure = (): void => {
    void roomNow().then((now) => {
      room.value = now;
    });
  };
  useEffect(() => {
    void readShelf();
    measure();
  }, []);
  const all = rows();
  return (
    <Dialog title={t('storage.title')} onClose={onClose}>
      <p class="small soft">{t('storage.about')}</p>
      {room.value && (
        <>
          <meter min={0} max={Math.max(room.value.quotaMb, 0.1)} value={room.value.usedMb} aria-hidden="true" />
          <p class="small">
            {t('storage.used', { used: room.value.usedMb, quota: room.value.quotaMb })}{' '}
            {t(room.value.lasting ? 'storage.lasting' : 'storage.fleeting')}
          </p>
        </>
      )}
      {all.length === 0 && <p>{t('storage.none')}</p>}
      <ul class="rows games stored">
        {all.map(({ kind, id, name, about, turn }) => (
          <li key={id}>
            <span>
              <b>{name}</b>
              <small>
                {about}
                {id === playing && ` · ${t('storage.playing')}`}
              </small>
            </span>
            <span class="row-tools">
              <ExportButton kind={kind} id={id} name={name} turn={turn} />
              {id !== playing && (
                <DropButton kind={kind} id={id} name={name} label={t('storage.delete', { name })} onDone={measure} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
