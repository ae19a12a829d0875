/** The weather on the map: hills in cloud, where missions find half their targets, and what the days to come may bring. */
import { dayNumber } from '../../../core/calendar.ts';
import { dateOfTurn } from '../../../core/game.ts';
import { CLOUD_BASE_M } from '../../../core/rules/airStrike.ts';
import { GROUNDS, WEATHERS } from '../../../core/scenario.ts';
import type { OverlayCell } from '../../board/contract.ts';
import { t } from '../../text/intl.ts';
import { scenarioNames } from '../../text/names.ts';
import type { Seen } from '../seen.ts';
import { type Drawn, type LegendRow, row } from './legend.ts';

const CLOUD_FILL = 'rgba(120,124,134,.55)';
const HILL_FILL = 'rgba(150,140,120,.26)';
/** Turns ahead that the table is read for. */
const AHEAD = 3;

export interface Outlook {
  turn: number;
  /** Chances in thousandths by weather, in the order of `WEATHERS`. */
  chances: number[];
}

/**
 * What the season makes likely in the turns to come: the table of the scenario, which both sides know. What the day
 * itself will bring is known to neither, and is not looked up.
 */
export function outlookOf({ game, view }: Seen): Outlook[] {
  const { tables } = game.data.scenario.weather;
  const found: Outlook[] = [];
  for (let turn = view.turn + 1; turn <= Math.min(game.turns, view.turn + AHEAD); turn++) {
    const date = dayNumber(dateOfTurn(game, turn));
    let chances = tables[0]?.chances;
    for (const table of tables) if (dayNumber(table.from) <= date) chances = table.chances;
    found.push({ turn, chances: WEATHERS.map((weather) => chances?.[weather] ?? 0) });
  }
  return found;
}

export function skyOverlay(seen: Seen): Drawn {
  const { game, view } = seen;
  const weather = WEATHERS[view.weather] ?? 'clear';
  const ground = GROUNDS[view.ground] ?? 'dry';
  const clouded = weather !== 'clear';
  const cells: OverlayCell[] = [];
  for (let hex = 0; hex < game.size; hex++) {
    const metres = game.crest[hex] as number;
    if (metres < CLOUD_BASE_M) continue;
    cells.push({ hex, fill: clouded ? CLOUD_FILL : HILL_FILL, text: clouded ? '½' : String(metres) });
  }
  const rows: LegendRow[] = [
    row(
      'plain',
      undefined,
      '',
      t('overlays.weather.now', { weather: t(`terms.weathers.${weather}`), ground: t(`terms.grounds.${ground}`) }),
    ),
    clouded
      ? row('fill', CLOUD_FILL, '½', t('overlays.weather.cloud', { base: CLOUD_BASE_M, hexes: cells.length }))
      : row(
          'fill',
          HILL_FILL,
          String(CLOUD_BASE_M),
          t('overlays.weather.hills', { base: CLOUD_BASE_M, hexes: cells.length }),
        ),
    ...outlookOf(seen).map(({ turn, chances }) => {
      const said = WEATHERS.flatMap((one, k) => {
        const share = (chances[k] ?? 0) / 1000;
        return share > 0 ? [t('overlays.weather.chance', { weather: t(`terms.weathers.${one}`), share })] : [];
      });
      const words = t('overlays.weather.ahead', {
        date: scenarioNames(game).date(turn),
        chances: said.join(t('common.comma')),
      });
      return row('plain', undefined, '', words);
    }),
  ];
  return { overlay: { id: 'weather', cells, lines: [] }, rows };
}
