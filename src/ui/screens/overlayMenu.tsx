/** The list of overlays, one of them at a time, each with the key that shows it. */
import type { Signal } from '@preact/signals';
import { shownChord } from '../app/chords.ts';
import { useDesk } from '../app/desk.ts';
import { bindings, type Command } from '../app/keys.ts';
import { OVERLAY_COMMANDS, overlaysFor } from '../app/overlays.ts';
import { settings } from '../app/settings.ts';
import { t } from '../text/intl.ts';
import type { MapSettings } from './boardHost.tsx';
import { toggleOverlay, toggleWhoReaches } from './mapSettings.ts';

/** The first key of a command as a person has it now, '' for none. */
export function keyOf(command: Command): string {
  const chord = bindings('game', settings.value.keys).find(({ id }) => id === command)?.keys[0];
  return chord === undefined ? '' : shownChord(chord);
}

export function OverlayMenu({ map }: { map: Signal<MapSettings> }) {
  const { table } = useDesk();
  const { overlay, whoReaches } = map.value;
  return (
    <ul class="overlay-menu">
      {overlaysFor(table.seen.value).map((id) => (
        <li key={id}>
          <MenuRow
            name={t(`overlays.${id}.name`)}
            command={OVERLAY_COMMANDS[id]}
            pressed={overlay === id}
            onPress={() => toggleOverlay(map, id)}
          />
        </li>
      ))}
      <li>
        <MenuRow
          name={t('overlays.whoReaches')}
          command="whoReaches"
          pressed={whoReaches === true}
          onPress={() => toggleWhoReaches(map)}
        />
      </li>
    </ul>
  );
}

function MenuRow({
  name,
  command,
  pressed,
  onPress,
}: {
  name: string;
  command: Command;
  pressed: boolean;
  onPress: () => void;
}) {
  const key = keyOf(command);
  return (
    <button type="button" class="plain" aria-pressed={pressed} onClick={onPress}>
      <span>{name}</span>
      {key !== '' && <kbd>{key}</kbd>}
    </button>
  );
}
