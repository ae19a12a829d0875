/** What counts for victory, and how much: places, airfields, railways, stores, losses, the grades. */
import type { Game } from '../../core/game.ts';
import { t } from '../text/intl.ts';
import { formatCount, formatWeight, type Names } from '../text/names.ts';

export function Stakes({ game, names }: { game: Game; names: Names }) {
  const { victory, sides } = game.data.scenario;
  const side = (id: string): string => names.side(game.sideIndex.get(id) ?? -1);
  const other = (id: string): string => names.side(1 - (game.sideIndex.get(id) ?? 0));
  const rail = (id: string): string => names.line(game.data.map.rails?.find((one) => one.id === id)?.name ?? id);
  const field = (id: string): string => names.airfield(game.theatre.airfields.findIndex((one) => one.id === id));
  const owner = (id: string): string => sides[game.theatre.airfields.find((one) => one.id === id)?.side ?? 0]?.id ?? '';
  const each = [
    ...(victory.airfields ?? []).map((one) =>
      t('stakes.airfield', { name: field(one.airfield), points: one.points, to: other(owner(one.airfield)) }),
    ),
    ...(victory.lines ?? []).map((one) =>
      t('stakes.line', { name: rail(one.rail), points: one.pointsPerTurn, to: side(one.side) }),
    ),
    ...(victory.stocks ?? []).map((one) =>
      t('stakes.stock', {
        name: names.stock(one.id),
        points: one.points,
        to: side(one.side),
        target: formatWeight(one.targetKg),
      }),
    ),
    ...(victory.home ?? []).map((one) =>
      t('stakes.home', { who: side(one.side), points: one.pointsPer100Men, to: other(one.side) }),
    ),
    ...sides.map(({ id }) =>
      t('stakes.losses', { who: side(id), points: victory.pointsPer100Men[id] ?? 0, to: other(id) }),
    ),
    ...sides
      .filter(({ id }) => (victory.milliPointsPerPrisoner[id] ?? 0) > 0)
      .map(({ id }) =>
        t('stakes.prisoners', { who: side(id), points: (victory.milliPointsPerPrisoner[id] ?? 0) / 10, to: other(id) }),
      ),
    ...sides
      .filter(({ id }) => (victory.pointsPerLeader[id] ?? 0) > 0)
      .map(({ id }) => t('stakes.leaders', { who: side(id), points: victory.pointsPerLeader[id] ?? 0, to: other(id) })),
  ];
  return (
    <div class="stakes">
      <table>
        <thead>
          <tr>
            <th>{t('stakes.places')}</th>
            {sides.map((one, i) => (
              <th class="num" key={one.id}>
                {names.side(i)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {victory.objectives.map((one) => (
            <tr key={one.id}>
              <td>{names.place(game.placeIndex.get(one.place) ?? -1)}</td>
              {sides.map(({ id }) => (
                <td class="num" key={id}>
                  {formatCount(one.points[id] ?? 0)}
                  {one.pointsPerTurn?.[id] ? (
                    <small> {t('stakes.perTurn', { points: one.pointsPerTurn[id] })}</small>
                  ) : (
                    ''
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="small">
        {each.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p class="small">{t('stakes.grades', { first: names.side(0), second: names.side(1) })}</p>
      <ul class="small">
        {victory.grades.map((grade, i) => (
          <li key={grade.id}>
            {i === victory.grades.length - 1
              ? t('stakes.gradeElse', { name: names.grade(grade.id) })
              : t('stakes.grade', { name: names.grade(grade.id), from: grade.atLeast })}
          </li>
        ))}
      </ul>
    </div>
  );
}
