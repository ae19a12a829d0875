/** All commands by group with their keys as they are now, to be searched by name or key. */
import { Fragment } from 'preact';
import { useId, useState } from 'preact/hooks';
import { capsOf, shownChord } from '../app/chords.ts';
import { keysOf } from '../app/keyChange.ts';
import { type Command, KEY_COMMANDS, KEY_GROUPS, type KeyGroup } from '../app/keys.ts';
import { settings } from '../app/settings.ts';
import { t } from '../text/intl.ts';

export interface KeyRow {
  id: Command;
  name: string;
  keys: readonly string[];
}

/** Rows by group that a search lets through: by the command's name, or by one of its keys as it is written. */
export function keyRows(sought: string): { group: KeyGroup; rows: KeyRow[] }[] {
  const words = sought.trim().toLowerCase();
  const { keys: own } = settings.value;
  return KEY_GROUPS.map((group) => ({
    group,
    rows: KEY_COMMANDS.filter((command) => command.group === group)
      .map(({ id }): KeyRow => ({ id, name: t(`commands.${id}`), keys: keysOf(own, id) }))
      .filter(
        ({ name, keys }) =>
          words === '' ||
          name.toLowerCase().includes(words) ||
          keys.some(
            (chord) =>
              shownChord(chord).toLowerCase() === words ||
              (words.length > 1 && shownChord(chord).toLowerCase().includes(words)),
          ),
      ),
  })).filter(({ rows }) => rows.length > 0);
}

/** A chord as key caps. */
export function Chord({ chord }: { chord: string }) {
  return (
    <kbd class="chord">
      {capsOf(chord).map((cap, i) => (
        <Fragment key={cap}>
          {i > 0 && '+'}
          <kbd>{cap}</kbd>
        </Fragment>
      ))}
    </kbd>
  );
}

export function KeySearch({
  value,
  onInput,
  aside,
}: {
  value: string;
  onInput: (value: string) => void;
  aside?: boolean;
}) {
  const id = useId();
  return (
    <p class="key-search">
      <label for={id}>{t('keyboard.search')}</label>
      <input
        id={id}
        type="search"
        data-aside={aside}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </p>
  );
}

/** The list as it is read. */
export function KeyList() {
  const [sought, setSought] = useState('');
  const groups = keyRows(sought);
  return (
    <div class="key-list">
      <KeySearch value={sought} onInput={setSought} aside />
      <p class="small soft">{t('keyboard.mapNote')}</p>
      {groups.length === 0 && <p role="status">{t('keyboard.nothing')}</p>}
      <div class="key-groups">
        {groups.map(({ group, rows }) => (
          <section key={group}>
            <h4 class="label">{t(`keyboard.groups.${group}`)}</h4>
            <dl>
              {rows.map(({ id, name, keys }) => (
                <div key={id}>
                  <dt>{name}</dt>
                  <dd>
                    {keys.map((chord) => (
                      <Chord key={chord} chord={chord} />
                    ))}
                    {keys.length === 0 && <small class="soft">{t('keyboard.none')}</small>}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </div>
  );
}
