/** Links to a clause of the rulebook, and the way back. */
import { signal } from '@preact/signals';
import { t } from '../text/intl.ts';

/** The clause the rulebook is open at, '' for its beginning; null while it is closed. */
export const openClause = signal<string | null>(null);

/** Clauses left by links of the rulebook itself, the latest last. */
export const trail = signal<readonly string[]>([]);

/** Opens a clause; from within the rulebook the clause that was open can be gone back to. */
export function goToClause(clause: string): void {
  if (openClause.value !== null && openClause.value !== clause) trail.value = [...trail.value, openClause.value];
  openClause.value = clause;
}

export function goBack(): void {
  const before = trail.value.at(-1);
  if (before === undefined) return;
  trail.value = trail.value.slice(0, -1);
  openClause.value = before;
}

/** A number that opens the rulebook at its clause. */
export function ClauseLink({ clause, text }: { clause: string; text: string }) {
  return (
    <button
      type="button"
      class="plain clause"
      title={t('rulebook.open', { clause })}
      onClick={() => goToClause(clause)}
    >
      {text}
    </button>
  );
}
