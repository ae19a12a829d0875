/** The order of battle as a tree with a filter; a click shows the unit on the map. */

import { useState } from 'preact/hooks';
import type { UnitData } from '../../core/scenario.ts';
import { UNIT_EXPECTED, UNIT_ON_MAP } from '../../core/state.ts';
import { useDesk } from '../app/desk.ts';
import { type Branch, forcesOf, matching } from '../app/forces.ts';
import { t, term } from '../text/intl.ts';
import { formatCount, formatDate } from '../text/names.ts';
import { Choice } from '../widgets/choice.tsx';
import { Fold } from '../widgets/fold.tsx';
import { ComingsPanel } from './comingsPanel.tsx';

/** The order of battle, or who is still to come and who leaves. */
export function ForcesPanel({ onTab }: { onTab: (tab: 'air' | 'command') => void }) {
  const [shown, setShown] = useState<'order' | 'comings'>('order');
  return (
    <div class="forces">
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

function OrderOfBattle() {
  const { table } = useDesk();
  const seen = table.seen.value;
  const [side, setSide] = useState<number>(seen.side);
  const [filter, setFilter] = useState('');
  const { sides } = table.game.data.scenario;
  const tree = matching(forcesOf(table.game, seen, side), filter);
  return (
    <>
      <Choice
        label={t('forces.side')}
        value={side}
        onChange={setSide}
        options={sides.map((_, i) => ({ value: i, label: table.names.side(i) }))}
      />
      <input
        type="search"
        placeholder={t('forces.filter')}
        aria-label={t('forces.filter')}
        value={filter}
        onInput={(event) => setFilter(event.currentTarget.value)}
      />
      {tree.length === 0 && <p class="soft">{filter === '' ? t('forces.unknown') : t('forces.noMatch')}</p>}
      <ul class="tree">
        {tree.map((branch) => (
          <BranchRow key={branch.id} branch={branch} open={filter !== ''} depth={0} />
        ))}
      </ul>
    </>
  );
}

function BranchRow({ branch, open, depth }: { branch: Branch; open: boolean; depth: number }) {
  const { table } = useDesk();
  const row =
    branch.unit >= 0 ? <UnitRow unit={branch.unit} alone={branch.below.length === 0} /> : <Formation branch={branch} />;
  if (branch.below.length === 0) return <li class="leaf">{row}</li>;
  return (
    <li>
      <Fold
        label={branch.unit >= 0 ? table.names.unit(branch.unit) : branch.name}
        open={open || depth < 1}
        head={
          <>
            {row}
            <small class="soft">{t('forces.total', { men: branch.men, count: branch.count })}</small>
          </>
        }
      >
        <ul>
          {branch.below.map((below) => (
            <BranchRow
              key={below.id}
              branch={below}
              open={open}
              depth={branch.below.length === 1 ? depth : depth + 1}
            />
          ))}
        </ul>
      </Fold>
    </li>
  );
}

function Formation({ branch }: { branch: Branch }) {
  return (
    <span class="formation">
      {branch.name} <span lang={branch.second.lang}>{branch.second.text}</span>
    </span>
  );
}

function coming({ reserve, arrival }: UnitData): string {
  if (reserve) return t('forces.reserve');
  const date = formatDate(arrival.date, false);
  return arrival.by === 'airlift' ? t('forces.flown', { date }) : t('forces.arrives', { date });
}

/** A unit; what leads a formation shows no strength of its own beside the total. */
function UnitRow({ unit, alone }: { unit: number; alone: boolean }) {
  const { table, showUnit } = useDesk();
  const seen = table.seen.value;
  const info = table.game.units[unit];
  const now = seen.view.units[unit];
  if (!info || !now) return null;
  const here = now.status === UNIT_ON_MAP && now.hex >= 0;
  const where = here
    ? formatCount(now.men)
    : now.status === UNIT_EXPECTED
      ? coming(info.data)
      : term('terms.unitStatus', now.status);
  return (
    <button
      type="button"
      class="unit-row"
      disabled={!here}
      aria-pressed={table.interaction.value.selected.includes(unit)}
      onClick={() => showUnit(unit)}
    >
      <span>{table.names.unit(unit)}</span>
      {alone && <small>{where}</small>}
    </button>
  );
}
