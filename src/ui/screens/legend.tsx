/** What the overlay on the map shows: a line for each look of it with its numbers, and a way to end it. */
import type { Signal } from '@preact/signals';
import { zonesOf } from '../app/decisions.ts';
import { useDesk } from '../app/desk.ts';
import { zoneColour } from '../app/overlays/ground.ts';
import type { LegendRow } from '../app/overlays/legend.ts';
import { reachersOf } from '../app/overlays/reachers.ts';
import { OVERLAY_ABOUT, OVERLAY_COMMANDS, overlayKey } from '../app/overlays.ts';
import { t } from '../text/intl.ts';
import { joinNames } from '../text/names.ts';
import { Icon } from '../widgets/icon.tsx';
import type { MapSettings } from './boardHost.tsx';
import { toggleOverlay, toggleWhoReaches, toggleZone } from './mapSettings.ts';
import { keyOf } from './overlayMenu.tsx';
import { reachedHex, shownOverlay, zoneShown } from './shownOverlay.ts';

/** Units named when it is asked who can reach a hex. */
const NAMED = 6;

export function Legend({ map }: { map: Signal<MapSettings> }) {
  const { overlay, whoReaches } = map.value;
  if (!overlay && whoReaches !== true) return null;
  return (
    <aside class="legend" data-part="legend" aria-label={t('map.overlays')}>
      {overlay && <OverlayLegend map={map} />}
      {whoReaches === true && <ReachersLegend map={map} />}
    </aside>
  );
}

function Head({ name, shown, onClose }: { name: string; shown: string; onClose: () => void }) {
  return (
    <div class="legend-head">
      <b>{name}</b>
      {shown !== '' && <kbd>{shown}</kbd>}
      <button type="button" class="plain" aria-label={t('common.close')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

function OverlayLegend({ map }: { map: Signal<MapSettings> }) {
  const { table } = useDesk();
  const { overlay } = map.value;
  if (!overlay) return null;
  const zones = zoneShown(table, map.value.zone);
  const drawn = shownOverlay(table, map);
  return (
    <section>
      <Head
        name={t(`overlays.${overlay}.name`)}
        shown={keyOf(OVERLAY_COMMANDS[overlay])}
        onClose={() => toggleOverlay(map, overlay)}
      />
      <p>
        {t(OVERLAY_ABOUT[overlay])} {overlay === 'boundaries' && overlayKey(table.seen.value, overlay, zones)}
      </p>
      {overlay === 'boundaries' && <ZoneKey shown={zones} onZone={(zone) => toggleZone(map, zone)} />}
      {drawn ? <LegendRows rows={drawn.rows} /> : <p>{t('overlays.working')}</p>}
    </section>
  );
}

export function LegendRows({ rows }: { rows: readonly LegendRow[] }) {
  return (
    <ul class="legend-rows">
      {rows.map(({ look, colour, sample, words }) => (
        <li key={`${sample ?? ''}${words}`}>
          <span class={`sample ${look}`} style={colour === undefined ? {} : { '--sample': colour }}>
            {sample}
          </span>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}

/** Who can reach the hex at the cursor, by name. */
function ReachersLegend({ map }: { map: Signal<MapSettings> }) {
  const { table } = useDesk();
  const hex = reachedHex(table);
  const found = reachersOf(table.seen.value, hex);
  const units = joinNames(
    found.map(({ unit }) => table.names.unit(unit)),
    NAMED,
  );
  const where = hex < 0 ? '' : table.names.hexFull(hex);
  return (
    <section>
      <Head name={t('overlays.whoReaches')} shown={keyOf('whoReaches')} onClose={() => toggleWhoReaches(map)} />
      {hex >= 0 && (
        <p role="status">
          {found.length === 0
            ? t('overlays.whoReachesNone', { where })
            : t('overlays.whoReachesSaid', { where, count: found.length, units })}
        </p>
      )}
    </section>
  );
}

/** The zones in force by number, colour and name; one pressed is shown alone. */
function ZoneKey({ shown, onZone }: { shown: readonly number[]; onZone: (zone: number) => void }) {
  const { table } = useDesk();
  const zones = zonesOf(table.seen.value).filter((zone) => zone.active || shown.includes(zone.boundary));
  return (
    <ul class="zone-key">
      {zones.map((zone) => (
        <li key={zone.boundary}>
          <button
            type="button"
            class="plain"
            title={zone.name}
            aria-pressed={shown.includes(zone.boundary)}
            onClick={() => onZone(zone.boundary)}
          >
            <i class="swatch" style={{ '--side': zoneColour(zone.number) }} /> {zone.number}.{' '}
            {zone.name.split(/[:：]/)[0]}
          </button>
        </li>
      ))}
    </ul>
  );
}
