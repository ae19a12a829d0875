/** Buttons on the map: zoom, overlays with their legend, units and grid. */
import type { Signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { useDesk } from '../app/desk.ts';
import { set, settings } from '../app/settings.ts';
import { t } from '../text/intl.ts';
import { Minimap } from '../widgets/boardParts.tsx';
import { Icon } from '../widgets/icon.tsx';
import type { MapSettings } from './boardHost.tsx';
import { OverlayMenu } from './overlayMenu.tsx';

export { Legend } from './legend.tsx';
export { toggleOverlay, toggleZone } from './mapSettings.ts';

/** As in the style sheets. */
const PHONE = '(max-width: 760px)';

interface ToolsProps {
  map: Signal<MapSettings>;
  /** What a game has besides: going round the units and going to a place, for those without keys. */
  round?: { next: () => void; goTo: () => void };
}

export function MapTools({ map, round }: ToolsProps) {
  const { board } = useDesk();
  const [open, setOpen] = useState(false);
  const now = board.value;
  const { hideUnits, showReach } = map.value;
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
          <OverlayMenu map={map} />
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

export function MinimapCorner() {
  const { board } = useDesk();
  return board.value ? (
    <div class="minimap-corner">
      <Minimap board={board.value} width={matchMedia(PHONE).matches ? 92 : 168} />
    </div>
  ) : null;
}
