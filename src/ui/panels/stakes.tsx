/** What counts for victory, and how much: places, airfields, railways, stores, losses, the grades. */
import type { Game } from '../../core/game.ts';
import { en } from '../text/en.ts';
import { formatCount, formatWeight, type Names } from '../text/names.ts';

export function Stakes({ game, names }: { game: Game; names: Names }) {
  const { victory, sides } = game.data.scenario;
  const side = (id: string): string => sides.find((one) => one.id === id)?.name ?? id;
  const other = (id: string): string => sides.find((one) => one.id !== id)?.name ?? '';
  const rail = (id: string): string => game.data.map.rails?.find((one) => one.id === id)?.name ?? id;
  const field = (id: string): string => names.airfield(game.theatre.airfields.findIndex((one) => one.id === id));
  const owner = (id: string): string => sides[game.theatre.airfields.find((one) => one.id === id)?.side ?? 0]?.id ?? '';
  const each = [
    ...(victory.airfields ?? []).map((one) =>
      en.stakes.airfield(field(one.airfield), one.points, other(owner(one.airfield))),
    ),
    ...(victory.lines ?? []).map((one) => en.stakes.line(rail(one.rail), one.pointsPerTurn, side(one.side))),
    ...(victory.stocks ?? []).map((one) =>
      en.stakes.stock(one.name, one.points, side(one.side), formatWeight(one.targetKg)),
    ),
    ...(victory.home ?? []).map((one) => en.stakes.home(side(one.side), one.pointsPer100Men, other(one.side))),
    ...sides.map(({ id }) => en.stakes.losses(side(id), victory.pointsPer100Men[id] ?? 0, other(id))),
    ...sides
      .filter(({ id }) => (victory.milliPointsPerPrisoner[id] ?? 0) > 0)
      .map(({ id }) => en.stakes.prisoners(side(id), (victory.milliPointsPerPrisoner[id] ?? 0) / 10, other(id))),
    ...sides
      .filter(({ id }) => (victory.pointsPerLeader[id] ?? 0) > 0)
      .map(({ id }) => en.stakes.leaders(side(id), victory.pointsPerLeader[id] ?? 0, other(id))),
  ];
  return (
    <div class="stakes">
      <table>
        <thead>
          <tr>
            <th>{en.stakes.places}</th>
            {sides.map((one) => (
              <th class="num" key={one.id}>
                {one.name}
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
                  {one.pointsPerTurn?.[id] ? <small> {en.stakes.perTurn(one.pointsPerTurn[id])}</small> : ''}
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
      <p class="small">{en.stakes.grades(sides[0]?.name ?? '', sides[1]?.name ?? '')}</p>
      <ul class="small">
        {victory.grades.map((grade, i) => (
          <li key={grade.id}>
            {i === victory.grades.length - 1
              ? en.stakes.gradeElse(grade.name)
              : en.stakes.grade(grade.name, grade.atLeast)}
          </li>
        ))}
      </ul>
    </div>
  );
}
