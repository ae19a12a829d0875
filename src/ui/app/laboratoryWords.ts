/** Runs of the laboratory in words. */
import type { ChangeSet } from '../../lab/change/changeSet.ts';
import type { RunHeader } from '../../lab/run/run.ts';
import { t, term } from '../text/intl.ts';
import { catalogue } from './app.ts';
import { type ToldEntry, titleOf, told } from './entryWords.ts';

function toldOf(scenario: string): ToldEntry | null {
  const entry = catalogue.value?.find(({ id }) => id === scenario);
  return entry ? told(entry) : null;
}

/** The battle, and what is changed in it. */
export function runTitle({ scenario, changes }: RunHeader): string {
  const title = titleOf(catalogue.value, scenario);
  return changes ? `${title} · ${toldChange(scenario, changes).title}` : title;
}

/** A ready change set in the reader's language; one of the player's own as it calls itself, whatever its id. */
function toldChange(scenario: string, set: Pick<ChangeSet, 'id' | 'title' | 'why'>): { title: string; why: string } {
  const entry = catalogue.value?.find(({ id }) => id === scenario);
  const isReady = entry?.whatIfs.some(({ id, title, why }) => id === set.id && title === set.title && why === set.why);
  const ready =
    isReady && entry
      ? told(entry)
          .whatIfs()
          .find(({ id }) => id === set.id)
      : undefined;
  return ready ?? set;
}

/** Why a change is asked; empty without one. */
export function changeWhy({ scenario, changes }: RunHeader): string {
  return changes ? toldChange(scenario, changes).why : '';
}

/** Games, seed and fog of a run. */
export function conditionsLine({ games, seed, fog }: RunHeader): string {
  return t('laboratory.conditions', { games, seed, fog: String(fog) });
}

/** Who plays a side, with which plan. */
export function playerLine({ scenario, bots, plans, changes }: RunHeader, side: 0 | 1): string {
  const entry = catalogue.value?.find(({ id }) => id === scenario);
  const plan = changes?.plans?.[entry?.sides[side]?.id ?? ''] ?? plans[side];
  const named = toldOf(scenario)
    ?.plans(side)
    .find(({ id }) => id === plan);
  return t('laboratory.player', {
    side: toldOf(scenario)?.side(side) ?? String(side + 1),
    level: term('setUp.levels', bots[side]),
    plan: named?.name ?? term('laboratory.plan', plan),
  });
}

/** A length of time in the largest unit that tells it well. */
export function timeWords(seconds: number): string {
  if (seconds < 90) return t('laboratory.time.seconds', { count: Math.max(1, Math.round(seconds)) });
  if (seconds < 90 * 60) return t('laboratory.time.minutes', { count: Math.round(seconds / 60) });
  return t('laboratory.time.hours', { count: Math.round(seconds / 3600) });
}
