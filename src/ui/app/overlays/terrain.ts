/** Cover and relief as the rules count them, each hex in a colour and a letter of its own. */
import { COVERS, type Cover, RELIEFS } from '../../../core/scenario.ts';
import type { OverlayCell } from '../../board/contract.ts';
import { t } from '../../text/intl.ts';
import type { Seen } from '../seen.ts';
import { type Drawn, type LegendRow, row } from './legend.ts';

const FILLS: Record<Cover, string> = {
  bare: 'rgba(214,186,130,.55)',
  mixed: 'rgba(190,190,96,.5)',
  wooded: 'rgba(70,116,60,.55)',
  paddy: 'rgba(120,190,190,.5)',
  village: 'rgba(170,110,80,.55)',
  town: 'rgba(150,70,60,.6)',
  city: 'rgba(110,40,50,.65)',
  swamp: 'rgba(90,120,130,.55)',
  water: 'rgba(70,120,180,.55)',
};
/** Strokes beside the letter, by relief. */
const STROKES = ['', '′', '″'];

export function terrainOverlay({ game }: Seen): Drawn {
  const counts = COVERS.map(() => 0);
  const reliefs = RELIEFS.map(() => 0);
  const cells: OverlayCell[] = [];
  for (let hex = 0; hex < game.size; hex++) {
    const cover = game.cover[hex] as number;
    const relief = game.relief[hex] as number;
    const kind = COVERS[cover] as Cover;
    counts[cover] = (counts[cover] as number) + 1;
    reliefs[relief] = (reliefs[relief] as number) + 1;
    cells.push({
      hex,
      fill: FILLS[kind],
      text: `${t(`overlays.terrain.letters.${kind}`)}${STROKES[relief] ?? ''}`,
    });
  }
  const rows: LegendRow[] = [
    ...COVERS.flatMap((kind, i) => {
      const hexes = counts[i] as number;
      const letter = t(`overlays.terrain.letters.${kind}`);
      const words = t('overlays.terrain.row', { cover: t(`terms.covers.${kind}`), hexes });
      return hexes === 0 ? [] : [row('fill', FILLS[kind], letter, words)];
    }),
    ...RELIEFS.map((kind, i) =>
      row(
        'plain',
        undefined,
        STROKES[i] ?? '',
        t('overlays.terrain.relief', { relief: t(`terms.reliefs.${kind}`), hexes: reliefs[i] as number }),
      ),
    ),
  ];
  return { overlay: { id: 'terrain', cells, lines: [] }, rows };
}
