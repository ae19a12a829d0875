/** Buttons on the map: zoom, overlays with their legend, units and grid. */
import type { Signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { zonesOf } from '../app/decisions.ts';
import { useDesk } from '../app/desk.ts';
import { zoneColour } from '../app/overlays/ground.ts';
import { type OverlayId, overlayKey, overlaysFor } from '../app/overlays.ts';
import { set, settings } from '../app/settings.ts';
import { t } from '../text/intl.ts';
import { Minimap } from '../widgets/boardParts.tsx';
import { Icon } from '../widgets/icon.tsx';
import { type MapSettings, zoneShown } from './boardHost.tsx';

export function toggleOverlay(map: Signal<MapSettings>, id: OverlayId): void {
  map.value = { ...map.value, overlay: map.value.overlay === id ? null : id, zone: null };
}

/** Shows one army zone by itself, or all again. */
export function toggleZone(map: Signal<MapSettings>, zone: number): void {
  const same = map.value.overlay === 'boundaries' && map.value.zone === zone;
  map.value = { ...map.value, overlay: 'boundaries', zone: same ? null : zone };
}

interface ToolsProps {
  map: Signal<MapSettings>;
  /** What a game has besides: going round the units and going to a place, for those without keys. */
  round?: { next: () => void; goTo: () => void };
}

export function MapTools({ map, round }: ToolsProps) {
  const { board, table } = useDesk();
  const [open, setOpen] = useState(false);
  const now = board.value;
  const { overlay, hideUnits, showReach } = map.value;
  return (
    <div class="map-tools">
      <div class="tool-column" data-part="zoom">
        <button type="button" title={t('map.zoomIn')} aria-label={t('map.zoomIn')} onClick={() => now?.zoomBy(1.4)}>
          <Icon name="plus" />
        </button>
        <button
          type="button"
          title={t('map.zoomOut')}
          aria-label={t('map.zoomOut')}
          onClick={() => now?.zoomBy(1 / 1.4)}
        >
          <Icon name="minus" />
        </button>
        <button type="button" title={t('map.fit')} aria-label={t('map.fit')} onClick={() => now?.fit()}>
          <Icon name="fit" />
        </button>
        <button
          type="button"
          title={t('map.layers')}
          aria-label={t('map.layers')}
          data-part="layers"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name="layers" />
        </button>
      </div>
      {round && !open && (
        <div class="tool-column">
          <button type="button" title={t('map.next')} aria-label={t('map.next')} onClick={round.next}>
            <Icon name="skip" />
          </button>
          <button type="button" title={t('map.goTo')} aria-label={t('map.goTo')} onClick={round.goTo}>
            <Icon name="search" />
          </button>
        </div>
      )}
      {open && (
        <div class="layers">
          <p class="label">{t('map.overlays')}</p>
          {overlaysFor(table.seen.value).map((id) => (
            <label class="tick" key={id}>
              <input type="checkbox" checked={overlay === id} onChange={() => toggleOverlay(map, id)} />
              {t(`map.overlayNames.${id}`)}
            </label>
          ))}
          <p class="label">{t('map.show')}</p>
          <label class="tick">
            <input
              type="checkbox"
              checked={!hideUnits}
              onChange={() => {
                map.value = { ...map.value, hideUnits: !hideUnits };
              }}
            />
            {t('map.units')}
          </label>
          <label class="tick">
            <input
              type="checkbox"
              checked={showReach}
              onChange={() => {
                map.value = { ...map.value, showReach: !showReach };
              }}
            />
            {t('map.reach')}
          </label>
          <label class="tick">
            <input type="checkbox" checked={settings.value.grid} onChange={() => set('grid', !settings.value.grid)} />
            {t('map.grid')}
          </label>
          <label class="layer-select">
            <span class="label">{t('map.second')}</span>
            <select
              value={settings.value.secondNumber}
              onChange={(event) => set('secondNumber', event.currentTarget.value as 'hours' | 'cohesion' | 'none')}
            >
              {(['hours', 'cohesion', 'none'] as const).map((one) => (
                <option key={one} value={one}>
                  {t(`map.seconds.${one}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
    </div>
  );
}

/** What the overlay shows, in words, and a way to end it. */
export function Legend({ map }: { map: Signal<MapSettings> }) {
  const { table } = useDesk();
  const { overlay } = map.value;
  if (!overlay) return null;
  const shown = zoneShown(table, map.value.zone);
  const key = overlayKey(table.seen.value, overlay, shown);
  return (
    <div class="legend" data-part="legend">
      <b>{t(`map.overlayNames.${overlay}`)}</b>{' '}
      <div>
        {t(`map.legends.${overlay}`)} {key}
        {overlay === 'boundaries' && <ZoneKey shown={shown} onZone={(zone) => toggleZone(map, zone)} />}
      </div>
      <button type="button" class="plain" aria-label={t('common.close')} onClick={() => toggleOverlay(map, overlay)}>
        <Icon name="close" />
      </button>
    </div>
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
            <i class="swatch" style={{ '--side': zoneColour(zone.number) }} /> {zone.number}. {zone.name.split(':')[0]}
          </button>
        </li>
      ))}
    </ul>
  );
}

export function MinimapCorner() {
  const { board } = useDesk();
  return board.value ? (
    <div class="minimap-corner">
      <Minimap board={board.value} width={168} />
    </div>
  ) : null;
}
