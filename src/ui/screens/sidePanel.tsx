/** The panel beside the map: field (unit, stack, hex, odds), air, forces, losses, log. A sheet from below on phones. */
import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { LogKind, LogLine } from '../app/chronicle.ts';
import { openDecisions } from '../app/decisions.ts';
import { useDesk } from '../app/desk.ts';
import type { Inspector } from '../app/inspector.ts';
import type { OverlayId } from '../app/overlays.ts';
import { set, settings } from '../app/settings.ts';
import { AirPanel } from '../panels/airPanel.tsx';
import { AttackPlans } from '../panels/attackPlans.tsx';
import { CommandPanel } from '../panels/commandPanel.tsx';
import { ForcesPanel } from '../panels/forcesPanel.tsx';
import { FormationMarchPanel, MarchedGroup } from '../panels/formationMarch.tsx';
import { HexCard } from '../panels/hexCard.tsx';
import { InspectorPanel } from '../panels/inspector/inspectorPanel.tsx';
import { LogPanel } from '../panels/logPanel.tsx';
import { LogRow } from '../panels/logRow.tsx';
import { LossesPanel } from '../panels/lossesPanel.tsx';
import { OddsPanel } from '../panels/oddsPanel.tsx';
import { StackList } from '../panels/stackList.tsx';
import { SupplyPanel } from '../panels/supplyPanel.tsx';
import { UnitCard } from '../panels/unitCard.tsx';
import { t } from '../text/intl.ts';
import { Icon, type IconName } from '../widgets/icon.tsx';
import { rove } from '../widgets/roving.ts';
import type { MapSettings } from './boardHost.tsx';
import { toggleOverlay, toggleZone } from './mapTools.tsx';

export const TABS = ['field', 'air', 'supply', 'forces', 'command', 'losses', 'log', 'inspector'] as const;
export type Tab = (typeof TABS)[number];

const ICONS: Record<Tab, IconName> = {
  field: 'target',
  air: 'plane',
  supply: 'crate',
  forces: 'people',
  command: 'scroll',
  losses: 'flag',
  log: 'menu',
  inspector: 'thought',
};

/** Opens a tab from a key and gives it the keys; the key of the tab that is open goes back to the field. */
export function openTab(tab: Signal<Tab>, id: Tab): void {
  const back = settings.value.panel && tab.value === id;
  set('panel', true);
  tab.value = back ? 'field' : id;
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.panel-body')?.focus());
}

interface Props {
  tab: Signal<Tab>;
  map: Signal<MapSettings>;
  /** Shown above the cards of the field tab. */
  top?: ComponentChildren;
  onMoment?: (line: LogLine) => void;
  /** Lines of the log that come after the moment shown. */
  ahead?: ReadonlySignal<LogLine[]>;
  /** Of a replay. */
  inspector?: Inspector;
}

export function SidePanel({ tab, map, top, onMoment, ahead, inspector }: Props) {
  const { table } = useDesk();
  const tall = useSignal(false);
  const open = settings.value.panel;
  // Only the target matters here: the panels are not drawn anew for each move of the pointer.
  const target = useComputed(() => table.interaction.value.target ?? table.interaction.value.group).value;
  const shown: Tab = target ? 'field' : tab.value;
  const { theatre } = table.game;
  const tabs = TABS.filter((id) => {
    if (id === 'command') return theatre.decisions.length + theatre.boundaries.length > 0;
    return id !== 'inspector' || inspector?.isOffered === true;
  });
  const fresh =
    table.seen.value.mayOrder && openDecisions(table.seen.value).some((one) => !table.looked.value.has(one));
  const choose = (id: Tab): void => {
    if (target && id !== 'field') table.interaction.value = { ...table.interaction.value, target: null, group: null };
    if (open && shown === id) set('panel', false);
    else set('panel', true);
    tab.value = id;
  };
  return (
    <aside
      class={`side-panel${open ? '' : ' closed'}${tall.value || target ? ' tall' : ''}`}
      aria-label={t('panel.name')}
    >
      <div class="tabs" role="tablist" aria-label={t('panel.name')} onKeyDown={rove}>
        {tabs.map((id) => (
          <button
            type="button"
            role="tab"
            key={id}
            data-part={`tab.${id}`}
            aria-selected={open && shown === id}
            tabIndex={shown === id ? 0 : -1}
            onClick={() => choose(id)}
          >
            <Icon name={ICONS[id]} />
            <span>{t(`panel.tabs.${id}`)}</span>
            {id === 'command' && fresh && (
              <i class="dot">
                <span class="hush">{t('command.fresh')}</span>
              </i>
            )}
          </button>
        ))}
      </div>
      {open && (
        <>
          <button
            type="button"
            class="grip"
            aria-label={tall.value ? t('panel.lower') : t('panel.raise')}
            onClick={() => {
              tall.value = !tall.value;
            }}
          />
          <div
            class={`panel-body show-${shown}`}
            role="tabpanel"
            aria-label={t(`panel.tabs.${shown}`)}
            tabIndex={-1}
            key={shown}
          >
            {shown === 'field' && <Field top={top} />}
            {shown === 'air' && <AirPanel />}
            {shown === 'supply' && <SupplyPanel {...overlayProps(map, 'supply')} />}
            {shown === 'forces' && <ForcesPanel onTab={choose} />}
            {shown === 'command' && (
              <CommandPanel
                {...overlayProps(map, 'boundaries')}
                zone={map.value.overlay === 'boundaries' ? map.value.zone : null}
                onZone={(zone) => toggleZone(map, zone)}
              />
            )}
            {shown === 'losses' && <LossesPanel />}
            {shown === 'inspector' && inspector && <InspectorPanel inspector={inspector} />}
            {shown === 'log' && <LogPanel {...(onMoment ? { onMoment } : {})} {...(ahead ? { ahead } : {})} />}
          </div>
        </>
      )}
    </aside>
  );
}

/** Whether an overlay is on, and how to turn it on and off. */
function overlayProps(map: Signal<MapSettings>, id: OverlayId): { overlay: boolean; onOverlay: () => void } {
  return { overlay: map.value.overlay === id, onOverlay: () => toggleOverlay(map, id) };
}

function Field({ top }: { top: ComponentChildren }) {
  const { table } = useDesk();
  const hand = table.interaction.value;
  if (hand.target) return <OddsPanel target={hand.target} />;
  if (hand.group) return <FormationMarchPanel group={hand.group} />;
  const lead = hand.selected[0];
  const hex = hand.hex;
  return (
    <>
      {top}
      <MarchedGroup />
      {lead !== undefined && <UnitCard unit={lead} />}
      {hand.selected.length > 1 && <p class="small soft">{t('unit.together', { count: hand.selected.length })}</p>}
      {hex >= 0 && <StackList hex={hex} />}
      {hex >= 0 && <HexCard hex={hex} />}
      <AttackPlans />
      {lead === undefined && hex < 0 && <Hints />}
    </>
  );
}

/** Lines of the log shown while nothing is selected and no orders are taken. */
const LATEST = 14;
/** What is worth telling to a spectator: marches and sick lists would drown the fights. */
const TOLD: ReadonlySet<LogKind> = new Set(['fight', 'place', 'air', 'news']);

/** For those who have nothing selected: what can be done, or, when it is not their move, what happened last. */
function Hints() {
  const { table } = useDesk();
  if (table.seen.value.mayOrder) {
    return (
      <section class="hints">
        <h2>{t('hints.title')}</h2>
        <p class="hint-short">{t('hints.short')}</p>
        <ul>
          {([0, 1, 2, 3] as const).map((line) => (
            <li key={line}>{t(`hints.lines.${line}`)}</li>
          ))}
        </ul>
      </section>
    );
  }
  const latest = table.lines.value.filter((line) => !line.heading && TOLD.has(line.kind)).slice(-LATEST);
  return (
    <section class="hints latest">
      <h2>{t('hints.latest')}</h2>
      {latest.length === 0 && <p class="soft">{t('log.empty')}</p>}
      <ol>
        {latest.reverse().map((line) => (
          <LogRow key={line.key} line={line} />
        ))}
      </ol>
    </section>
  );
}
