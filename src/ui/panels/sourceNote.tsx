/** Where a number or a text comes from: the note with its reasons, and the sources by their titles. */
import { useState } from 'preact/hooks';
import { useDesk } from '../app/desk.ts';
import { readHistory, type Source } from '../app/history.ts';
import { t } from '../text/intl.ts';
import { SourceTitles } from '../widgets/sourceList.tsx';

interface Props {
  /** Of what, as the scenario's words call it: `unit.<id>`. */
  of: string;
  data: { source: readonly string[]; estimated?: boolean; note?: string };
}

export function SourceNote({ of, data }: Props) {
  const { table } = useDesk();
  const { id, victory } = table.game.data.scenario;
  const [sources, setSources] = useState<Readonly<Record<string, Source>>>({});
  return (
    <details
      class="sources"
      onToggle={(event) => {
        if (event.currentTarget.open)
          void readHistory(id, victory.historical !== undefined).then((found) => setSources(found?.sources ?? {}));
      }}
    >
      <summary>{data.estimated ? t('unit.sourceEstimate') : t('unit.source')}</summary>
      {data.note && <p class="small">{table.names.text(`${of}.note`, data.note)}</p>}
      <SourceTitles keys={data.source} sources={sources} />
    </details>
  );
}
