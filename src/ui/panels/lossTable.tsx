import type { Game } from '../../core/game.ts';
import { EQUIPMENT_CLASSES } from '../../core/scenario.ts';
import type { GameState } from '../../core/state.ts';
import { t } from '../text/intl.ts';
import { formatCount } from '../text/names.ts';

type Men = Record<'killed' | 'wounded' | 'missing' | 'captured' | 'sick' | 'starved', number>;

type Flown = Record<'sorties' | 'aircraft' | 'crews', number>;

const BATTLE = ['killed', 'wounded', 'missing', 'captured'] as const;
const WASTED = ['sick', 'starved'] as const;

interface Props {
  game: Game;
  sides: readonly string[];
  men: readonly [Men, Men];
  view: GameState;
  /** The side whose losses are not known, -1 for none. */
  unknown: number;
}

/** Pieces of each class lost by each side, and taken by each side from the other. */
function pieces(game: Game, view: GameState): { name: string; lost: [number, number]; taken: [number, number] }[] {
  return EQUIPMENT_CLASSES.map((name) => {
    const lost: [number, number] = [0, 0];
    const taken: [number, number] = [0, 0];
    game.equipment.forEach((kind, i) => {
      if (kind.class !== name) return;
      for (const unit of game.units) {
        const now = view.units[unit.index];
        lost[unit.side] += (now?.eqLost[i] ?? 0) + (now?.eqTaken[i] ?? 0);
      }
      for (const side of [0, 1] as const) taken[side] += view.sides[side].captured[i] ?? 0;
    });
    return { name: t(`terms.equipment.${name}`), lost, taken };
  }).filter((row) => row.lost[0] + row.lost[1] + row.taken[0] + row.taken[1] > 0);
}

/** Sorties flown, aircraft and crews lost by each side. */
function flown(game: Game, view: GameState): [Flown, Flown] {
  const sums: [Flown, Flown] = [
    { sorties: 0, aircraft: 0, crews: 0 },
    { sorties: 0, aircraft: 0, crews: 0 },
  ];
  game.data.air.formations.forEach(({ side }, i) => {
    const sum = sums[game.sideIndex.get(side) ?? 0];
    const now = view.air[i];
    if (!sum || !now) return;
    sum.sorties += now.flown;
    sum.aircraft += now.lost;
    sum.crews += now.crewsLost;
  });
  return sums;
}

export function LossTable({ game, sides, men, view, unknown }: Props) {
  const rows = pieces(game, view);
  const air = flown(game, view);
  const flying = air[0].sorties + air[1].sorties > 0;
  const cell = (side: number, value: number): string => (side === unknown ? '?' : formatCount(value));
  const heads = (
    <>
      <th class="num">{sides[0]}</th>
      <th class="num">{sides[1]}</th>
    </>
  );
  return (
    <>
      <table>
        <thead>
          <tr>
            <th>{t('losses.men')}</th>
            {heads}
          </tr>
        </thead>
        <tbody>
          <MenRows kinds={BATTLE} total={t('losses.battle')} men={men} cell={cell} />
          <MenRows kinds={WASTED} total={t('losses.wasted')} men={men} cell={cell} />
        </tbody>
      </table>
      {view.civilians > 0 && (
        <p class="civilians">
          {t('losses.civilians')}: <b>{formatCount(view.civilians)}</b>{' '}
          <small class="soft">{t('losses.civiliansAbout')}</small>
        </p>
      )}
      {flying && (
        <table>
          <thead>
            <tr>
              <th>{t('losses.inTheAir')}</th>
              {heads}
            </tr>
          </thead>
          <tbody>
            {(['sorties', 'aircraft', 'crews'] as const).map((kind) => (
              <tr key={kind}>
                <td>{t(`losses.${kind}`)}</td>
                <td class="num">{cell(0, air[0][kind])}</td>
                <td class="num">{cell(1, air[1][kind])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{t('losses.equipment')}</th>
              {heads}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <td>{row.name}</td>
                <td class="num">{cell(0, row.lost[0])}</td>
                <td class="num">{cell(1, row.lost[1])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.some((row) => row.taken[0] + row.taken[1] > 0) && (
        <table>
          <thead>
            <tr>
              <th>{t('losses.taken')}</th>
              {heads}
            </tr>
          </thead>
          <tbody>
            {rows
              .filter((row) => row.taken[0] + row.taken[1] > 0)
              .map((row) => (
                <tr key={row.name}>
                  <td>{row.name}</td>
                  <td class="num">{cell(0, row.taken[0])}</td>
                  <td class="num">{cell(1, row.taken[1])}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </>
  );
}

interface MenRowsProps {
  kinds: readonly (keyof Men)[];
  total: string;
  men: readonly [Men, Men];
  cell: (side: number, value: number) => string;
}

/** A ledger of losses with its sum: battle apart from disease and hunger, since sources count them apart. */
function MenRows({ kinds, total, men, cell }: MenRowsProps) {
  const sum = (side: 0 | 1): number => kinds.reduce((all, kind) => all + men[side][kind], 0);
  return (
    <>
      {kinds.map((kind) => (
        <tr key={kind}>
          <td>{t(`losses.${kind}`)}</td>
          <td class="num">{cell(0, men[0][kind])}</td>
          <td class="num">{cell(1, men[1][kind])}</td>
        </tr>
      ))}
      <tr class="sum">
        <td>{total}</td>
        <td class="num">{cell(0, sum(0))}</td>
        <td class="num">{cell(1, sum(1))}</td>
      </tr>
    </>
  );
}
