/** The staff's tables: over the map as a large sheet, or kept open below it. A line leads to its place on the map. */
import { useMemo, useState } from 'preact/hooks';
import { fuelFacts } from '../../app/airForce.ts';
import { useDesk } from '../../app/desk.ts';
import { guardedOf } from '../../app/guard.ts';
import type { Match } from '../../app/match.ts';
import { airSheet } from '../../app/staff/airSheet.ts';
import { comingsSheet } from '../../app/staff/comingsSheet.ts';
import { enemySheet } from '../../app/staff/enemySheet.ts';
import { leaderSheet } from '../../app/staff/leaderSheet.ts';
import { LOSS_LEDGERS, type LossLedger } from '../../app/staff/lossFacts.ts';
import { lossSheet } from '../../app/staff/lossSheet.ts';
import { docked, openTable, STAFF_TABLES, type StaffTable } from '../../app/staff/openTable.ts';
import type { Sheet, SheetRow } from '../../app/staff/sheet.ts';
import { convoySheet, depotSheet } from '../../app/staff/supplySheets.ts';
import { unitSheet } from '../../app/staff/unitSheet.ts';
import { language, t } from '../../text/intl.ts';
import { formatWeight, type Names } from '../../text/names.ts';
import { Choice } from '../../widgets/choice.tsx';
import { DataTable } from '../../widgets/dataTable.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { Icon } from '../../widgets/icon.tsx';

/** The sheet over the map; nothing while the tables are closed or kept beside it. */
export function StaffSheet() {
  const which = openTable.value;
  if (which === null || isDocked()) return null;
  return (
    <Dialog title={t('staff.title')} wide onClose={close}>
      <StaffTables which={which} />
    </Dialog>
  );
}

/** The tables beside the map; nothing while they are closed or lie over it. */
export function StaffDock() {
  const which = openTable.value;
  if (which === null || !isDocked()) return null;
  return (
    <section class="staff-dock" aria-label={t('staff.title')}>
      <StaffTables which={which} />
      <button type="button" class="plain staff-close" aria-label={t('common.close')} onClick={close}>
        <Icon name="close" />
      </button>
    </section>
  );
}

/** CSS pixels of the window from which a table finds room beside the map. */
const ROOM_WIDE = 1000;
const ROOM_HIGH = 620;

function hasRoom(): boolean {
  return window.innerWidth >= ROOM_WIDE && window.innerHeight >= ROOM_HIGH;
}

function isDocked(): boolean {
  return docked.value && hasRoom();
}

function close(): void {
  openTable.value = null;
}

function StaffTables({ which }: { which: StaffTable }) {
  return (
    <div class="staff-tables">
      <div class="staff-head">
        <Choice
          label={t('staff.which')}
          value={which}
          onChange={(next) => {
            openTable.value = next;
          }}
          options={STAFF_TABLES.map((id) => ({ value: id, label: t(`staff.tables.${id}`) }))}
        />
        {hasRoom() && (
          <button
            type="button"
            aria-pressed={docked.value}
            onClick={() => {
              docked.value = !docked.value;
            }}
          >
            <Icon name="panel" /> {docked.value ? t('staff.undock') : t('staff.dock')}
          </button>
        )}
      </div>
      {which === 'losses' ? <Losses /> : <Table which={which} />}
    </div>
  );
}

function Losses() {
  const [ledger, setLedger] = useState<LossLedger>('unit');
  return (
    <>
      <Choice
        label={t('staff.lossesBy')}
        value={ledger}
        onChange={setLedger}
        options={LOSS_LEDGERS.map((id) => ({ value: id, label: t(`staff.ledgers.${id}`) }))}
      />
      <Table which="losses" ledger={ledger} key={ledger} />
    </>
  );
}

function Table({ which, ledger = 'unit' }: { which: StaffTable; ledger?: LossLedger }) {
  const { table, show, showUnit } = useDesk();
  const seen = table.seen.value;
  const eyes = table.eyes.value;
  const tongue = language();
  const guarded = guardedOf(table).value;
  // The enemy's names are those that fog leaves: a game names units by eyes, a replay shows what its view shows.
  const names: Names = 'namesFor' in table ? (table as Match).namesFor(eyes) : table.names;
  const sheet = useMemo((): Sheet => {
    if (which === 'units') return unitSheet(seen, names, guarded);
    if (which === 'enemy') return enemySheet(seen, names);
    if (which === 'comings') return comingsSheet(seen, names);
    if (which === 'losses') return lossSheet(seen, names, ledger);
    if (which === 'air') return airSheet(seen, names);
    if (which === 'depots') return depotSheet(seen, names, table.lines.value);
    if (which === 'convoys') return convoySheet(seen, names);
    return leaderSheet(seen, names);
  }, [which, ledger, seen, guarded, tongue]);
  const { selected } = table.interaction.value;
  const choose = (row: SheetRow): void => {
    if (!isDocked()) close();
    if (row.unit >= 0) showUnit(row.unit);
    else show(row.hex);
  };
  return (
    <>
      {which === 'air' && <Fuel />}
      <DataTable
        key={sheet.id}
        sheet={sheet}
        title={t(`staff.tables.${which}`)}
        fileName={`${table.game.data.scenario.id} ${which} ${String(seen.view.turn).padStart(2, '0')}`}
        isChosen={(row) => row.unit >= 0 && selected.includes(row.unit)}
        onChoose={choose}
      />
    </>
  );
}

/** What the formations share: one store of aviation fuel, where it is counted. */
function Fuel() {
  const { table } = useDesk();
  const facts = fuelFacts(table.seen.value, table.lines.value);
  if (!facts) return null;
  return (
    <p class="small soft">
      {t('staff.airFuelLine', {
        store: formatWeight(facts.store),
        most: formatWeight(facts.most),
        perDay: formatWeight(facts.perDay),
        burnt: formatWeight(facts.burnt),
        all: formatWeight(facts.allLeft),
      })}
    </p>
  );
}
