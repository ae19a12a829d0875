/** What the selected unit can be told besides marching and attacking. */
import { check } from '../../core/check.ts';
import { DIRECTIONS } from '../../core/hex.ts';
import { STANCES, type Stance } from '../../core/state.ts';
import { useDesk } from '../app/desk.ts';
import type { MarchMode } from '../app/marching.ts';
import { confirmPath, select, stepBack } from '../app/model.ts';
import { en } from '../text/en.ts';
import { formatMinutes } from '../text/names.ts';

export function UnitOrders({ unit }: { unit: number }) {
  const { table, order, take } = useDesk();
  const seen = table.seen.value;
  const now = seen.view.units[unit];
  const interaction = table.interaction.value;
  if (!now) return null;
  const setMode = (mode: MarchMode): void => {
    table.interaction.value = select(seen, interaction, interaction.selected, mode);
  };
  const last = interaction.pathMinutes?.[interaction.pathMinutes.length - 1];
  return (
    <section class="orders">
      {interaction.pending && last !== undefined && (
        <div class="confirm-march">
          <button type="button" class="primary" onClick={() => take(confirmPath(seen, interaction))}>
            {en.unit.marchHere(formatMinutes(last))}
          </button>
          <button
            type="button"
            onClick={() => {
              table.interaction.value = stepBack(seen, interaction);
            }}
          >
            {en.common.cancel}
          </button>
        </div>
      )}
      <div class="order-row">
        <span class="label" id="stance">
          {en.unit.stance}
        </span>
        <div class="segments" role="radiogroup" aria-labelledby="stance">
          {STANCES.map((_, stance) => (
            <button
              type="button"
              role="radio"
              key={stance}
              aria-checked={now.stance === stance}
              title={en.terms.stancesAbout[stance]}
              onClick={() => order({ type: 'stance', unit, stance: stance as Stance })}
            >
              {en.terms.stancesShort[stance]}
            </button>
          ))}
        </div>
      </div>
      <div class="order-row">
        <span class="label" id="mode">
          {en.unit.mode}
        </span>
        <div class="segments" role="radiogroup" aria-labelledby="mode">
          {(['march', 'truck'] as const).map((mode) => (
            <button
              type="button"
              role="radio"
              key={mode}
              aria-checked={interaction.mode === mode}
              title={mode === 'truck' ? en.unit.truckAbout(seen.view.sides[seen.side].lift) : en.unit.marchAbout}
              onClick={() => setMode(mode)}
            >
              {mode === 'truck' ? en.unit.truck : en.unit.march[table.game.units[unit]?.data.mobility ?? 'foot']}
            </button>
          ))}
        </div>
      </div>
      {table.game.units[unit]?.data.kind === 'engineer' && <EngineerOrders unit={unit} />}
    </section>
  );
}

function EngineerOrders({ unit }: { unit: number }) {
  const { table, order } = useDesk();
  const seen = table.seen.value;
  const hex = seen.view.units[unit]?.hex ?? -1;
  const jobs = DIRECTIONS.flatMap((name, d) => {
    const next = table.game.neighbours[hex * 6 + d] as number;
    if (next < 0) return [];
    const hexside = d < 3 ? hex * 3 + d : next * 3 + d - 3;
    return (['demolish', 'repair'] as const)
      .map((task) => ({ type: 'engineer' as const, unit, task, hexside }))
      .filter((action) => check(seen.game, seen.view, action) === null)
      .map((action) => ({ action, name }));
  });
  if (jobs.length === 0) return <p class="small soft">{en.unit.noWork}</p>;
  return (
    <div class="button-row">
      {jobs.map(({ action, name }) => (
        <button type="button" key={`${action.task}${action.hexside}`} onClick={() => order(action)}>
          {action.task === 'demolish' ? en.unit.blow(name) : en.unit.mend(name)}
        </button>
      ))}
    </div>
  );
}
