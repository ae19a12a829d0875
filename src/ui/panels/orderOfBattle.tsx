/** The order of battle as a tree: filter, fold, ring on the map, centre, march; sums of men and losses. */
import { useState } from 'preact/hooks';
import type { UnitData } from '../../core/scenario.ts';
import { UNIT_EXPECTED, UNIT_ON_MAP } from '../../core/state.ts';
import { useDesk } from '../app/desk.ts';
import { type Branch, forcesOf, matching, parentsIn, present } from '../app/forces.ts';
import { formationUnits } from '../app/formationMarch.ts';
import { beginGroup } from '../app/model.ts';
import { setUnfolded, treeBeside, unfolded } from '../app/openBranches.ts';
import { ringed, ringedUnits } from '../app/ringed.ts';
import { t, term } from '../text/intl.ts';
import { formatCount, formatDate } from '../text/names.ts';
import { Choice } from '../widgets/choice.tsx';
import { Icon } from '../widgets/icon.tsx';

/** CSS pixels of the window from which the tree finds room beside the field. */
const ROOM_WIDE = 1240;

export function hasRoomBeside(): boolean {
  return window.innerWidth >= ROOM_WIDE;
}

/** The tree between the map and the panel, while it is kept open there. */
export function TreeBeside() {
  if (!treeBeside.value || !hasRoomBeside()) return null;
  return (
    <section class="tree-beside" aria-label={t('comings.order')}>
      <div class="row-head">
        <h2>{t('comings.order')}</h2>
        <button
          type="button"
          class="plain"
          aria-label={t('common.close')}
          onClick={() => {
            treeBeside.value = false;
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      <OrderOfBattle />
    </section>
  );
}

export function OrderOfBattle() {
  const { table } = useDesk();
  const seen = table.seen.value;
  const [side, setSide] = useState<number>(seen.side);
  const [filter, setFilter] = useState('');
  const [absent, setAbsent] = useState(true);
  const { sides } = table.game.data.scenario;
  const all = forcesOf(table.game, seen, side);
  const tree = matching(absent ? all : present(all), filter);
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
      <div class="button-row tree-tools">
        <button type="button" class="plain" onClick={() => setUnfolded(parentsIn(all), true)}>
          {t('plan.tree.openAll')}
        </button>
        <button type="button" class="plain" onClick={() => setUnfolded(parentsIn(all), false)}>
          {t('plan.tree.closeAll')}
        </button>
        <label class="tick">
          <input type="checkbox" checked={absent} onChange={(event) => setAbsent(event.currentTarget.checked)} />
          <span>{t('plan.tree.absent')}</span>
        </label>
        {hasRoomBeside() && !treeBeside.value && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              treeBeside.value = true;
            }}
          >
            <Icon name="panel" /> {t('plan.tree.beside')}
          </button>
        )}
      </div>
      {side !== seen.side && seen.view.fog && <p class="small soft">{t('plan.tree.enemyKnown')}</p>}
      {tree.length === 0 && <p class="soft">{filter === '' ? t('forces.unknown') : t('forces.noMatch')}</p>}
      <ul class="tree">
        {tree.map((branch) => (
          <BranchRow key={branch.id} branch={branch} sought={filter !== ''} depth={0} />
        ))}
      </ul>
    </>
  );
}

function BranchRow({ branch, sought, depth }: { branch: Branch; sought: boolean; depth: number }) {
  const leads = branch.below.length > 0;
  const open = sought || (unfolded.value.get(branch.id) ?? depth < 1);
  return (
    <li class={leads ? '' : 'leaf'}>
      <div class="branch-row">
        {leads && (
          <button
            type="button"
            class="plain fold-mark"
            aria-expanded={open}
            aria-label={branch.name}
            onClick={() => setUnfolded([branch.id], !open)}
          >
            <Icon name={open ? 'down' : 'right'} />
          </button>
        )}
        {branch.unit >= 0 ? <UnitRow unit={branch.unit} alone={!leads} /> : <Formation branch={branch} />}
        {leads && <BranchTools branch={branch} />}
      </div>
      {leads && <Sums branch={branch} />}
      {leads && open && (
        <ul>
          {branch.below.map((below) => (
            <BranchRow
              key={below.id}
              branch={below}
              sought={sought}
              depth={branch.below.length === 1 ? depth : depth + 1}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

/** "12,400 men in 9 units, 310 lost, 2 to come". */
function Sums({ branch }: { branch: Branch }) {
  const parts = [t('forces.total', { men: branch.men, count: branch.count })];
  if (branch.lost > 0) parts.push(t('plan.tree.lost', { lost: branch.lost }));
  if (branch.toCome > 0 && branch.men > 0) parts.push(t('plan.tree.toCome', { count: branch.toCome }));
  return <p class="small soft branch-sums">{parts.join(' · ')}</p>;
}

/** Ring the formation on the map, show where it stands, march it. */
function BranchTools({ branch }: { branch: Branch }) {
  const { table, board } = useDesk();
  const seen = table.seen.value;
  const on = ringed.value === branch.id;
  const own = formationUnits(seen, branch.id);
  const units = own.length > 0 ? own : ringedUnits(seen, branch.id);
  if (units.length === 0) return null;
  const centre = (): void => board.value?.fit(units.map((unit) => seen.view.units[unit]?.hex ?? -1));
  return (
    <span class="branch-tools">
      <button
        type="button"
        class="plain"
        aria-pressed={on}
        aria-label={`${on ? t('plan.tree.unring') : t('plan.tree.ring')}: ${branch.name}`}
        title={on ? t('plan.tree.unring') : t('plan.tree.ring')}
        onClick={() => {
          ringed.value = on ? null : branch.id;
          if (!on) centre();
        }}
      >
        <Icon name="target" />
      </button>
      {seen.mayOrder && own.length > 1 && (
        <button
          type="button"
          class="plain"
          aria-label={`${t('plan.march.begin')}: ${branch.name}`}
          title={t('plan.march.begin')}
          onClick={() => {
            centre();
            table.interaction.value = beginGroup(seen, table.interaction.value, own, branch.id);
          }}
        >
          <Icon name="skip" />
        </button>
      )}
    </span>
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
      {(alone || !here) && <small>{where}</small>}
    </button>
  );
}
