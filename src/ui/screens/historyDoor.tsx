/** The way to the history of a battle: the sheet itself is fetched when it is first opened. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { report } from '../app/app.ts';
import type { CatalogueEntry } from '../app/load.ts';
import { t } from '../text/intl.ts';
import { Icon } from '../widgets/icon.tsx';

interface Props {
  entry: CatalogueEntry;
  onClose: () => void;
}

let sheet: FunctionComponent<Props> | null = null;

export function HistoryDoor(props: Props) {
  const [Sheet, setSheet] = useState<{ of: FunctionComponent<Props> } | null>(sheet && { of: sheet });
  useEffect(() => {
    if (Sheet) return;
    import('./historySheet.tsx').then(({ HistorySheet }) => {
      sheet = HistorySheet;
      setSheet({ of: HistorySheet });
    }, report);
  }, []);
  return Sheet ? <Sheet.of {...props} /> : null;
}

/** A button that opens the history; nothing for a battle that never was. */
export function HistoryButton({ entry }: { entry: CatalogueEntry }) {
  const [open, setOpen] = useState(false);
  if (!entry.historical) return null;
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        <Icon name="scroll" /> {t('battle.open')}
      </button>
      {open && <HistoryDoor entry={entry} onClose={() => setOpen(false)} />}
    </>
  );
}
