/** One line on the hex under the pointer or the map cursor: nothing on the map needs a click to be read. A refused order says why, with its clause. */
import { useDesk } from '../app/desk.ts';
import { partsOfHex } from '../app/reading.ts';
import { t } from '../text/intl.ts';
import { refusalText } from '../text/refusals.ts';
import { Icon } from '../widgets/icon.tsx';
import { ClauseLink } from './clauseLink.tsx';

export function HoverStrip() {
  const { table } = useDesk();
  const { hoverHex, refusal } = table.interaction.value;
  if (refusal) {
    const { clause } = refusal.refusal;
    return (
      <p class="hover-strip refusing">
        <Icon name="warn" /> {refusalText(refusal.refusal, table.names)}{' '}
        <ClauseLink clause={clause} text={t('odds.clause', { clause })} />
      </p>
    );
  }
  if (hoverHex < 0) return null;
  return (
    <p class="hover-strip" aria-hidden="true">
      <b>{table.names.hexFull(hoverHex)}</b>
      {partsOfHex(table, hoverHex).join(' · ')}
    </p>
  );
}
