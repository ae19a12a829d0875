/** The enemies that the computer reckons with: seen or remembered, how strong, and how far they can have gone since. */
import { useState } from 'preact/hooks';
import type { Appreciation, Reckoned } from '../../../bots/appreciation.ts';
import type { Inspection } from '../../../play/inspection.ts';
import { useDesk } from '../../app/desk.ts';
import type { Inspector } from '../../app/inspector.ts';
import { t } from '../../text/intl.ts';
import { formatCount } from '../../text/names.ts';
import { Icon } from '../../widgets/icon.tsx';

/** Lines shown before the rest is asked for. */
const FIRST = 20;

interface Props {
  inspector: Inspector;
  inspection: Inspection;
  appreciation: Appreciation;
}

export function EnemyList({ inspector, inspection, appreciation }: Props) {
  const { show } = useDesk();
  const [all, setAll] = useState(false);
  const names = inspector.namesFor(inspection);
  const enemies = appreciation.enemies.toSorted(byWeight);
  const shown = all ? enemies : enemies.slice(0, FIRST);
  const power = enemies.reduce((sum, one) => sum + one.power, 0);
  return (
    <>
      <p class="small soft">
        {t('inspector.reckoned', {
          count: enemies.length,
          power: formatCount(power),
          unlocated: formatCount(appreciation.unlocated),
        })}
      </p>
      <ul class="inspector-enemies">
        {shown.map((one) => (
          <li key={one.unit}>
            <button type="button" onClick={() => show(one.hex)}>
              <Icon name={one.seen ? 'eye' : 'help'} />
              <span>
                <b>{names.unit(one.unit)}</b>
                <small>
                  {one.seen
                    ? t('inspector.seen', { hex: names.hex(one.hex) })
                    : t('inspector.remembered', { hex: names.hex(one.hex), age: one.age, spread: one.spread })}
                </small>
              </span>
              <span class="enemy-power">{t('inspector.enemyPower', { power: formatCount(one.power) })}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < enemies.length && (
        <button type="button" class="plain" onClick={() => setAll(true)}>
          {t('replay.more', { count: enemies.length - shown.length })}
        </button>
      )}
    </>
  );
}

/** Those seen first, then by how lately they were, the strongest first. */
function byWeight(a: Reckoned, b: Reckoned): number {
  return Number(b.seen) - Number(a.seen) || a.age - b.age || b.power - a.power || a.unit - b.unit;
}
