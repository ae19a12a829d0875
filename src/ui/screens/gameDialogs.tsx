/** The sheets that open over a game. */
import type { Signal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import { parseHex } from '../../core/hex.ts';
import { notify, toStart, watch } from '../app/app.ts';
import { openDecisions } from '../app/decisions.ts';
import { useDesk } from '../app/desk.ts';
import { told } from '../app/entryWords.ts';
import { downloadRecord } from '../app/files.ts';
import { leftOut } from '../app/guard.ts';
import { idleUnits } from '../app/idle.ts';
import type { Running } from '../app/running.ts';
import { t } from '../text/intl.ts';
import { secondName } from '../text/names.ts';
import { Dialog } from '../widgets/dialog.tsx';
import { Icon } from '../widgets/icon.tsx';
import type { GameCommands } from './gameCommands.ts';
import { HelpSheet } from './helpSheet.tsx';
import { HistoryDoor } from './historyDoor.tsx';
import { SettingsSheet } from './settingsSheet.tsx';
import { ShareSheet } from './shareSheet.tsx';

export type Open =
  | 'menu'
  | 'share'
  | 'help'
  | 'save'
  | 'settings'
  | 'confirmEnd'
  | 'goTo'
  | 'history'
  | 'end'
  | 'closed'
  | null;

/** Idle units named at once. */
const MOST_IDLE = 40;

interface Props {
  open: Signal<Open>;
  running: Running;
  commands: GameCommands;
}

export function GameDialogs({ open, running, commands }: Props) {
  const close = (): void => {
    open.value = running.match.session.state.over ? 'closed' : null;
  };
  switch (open.value) {
    case 'menu':
      return <Menu open={open} running={running} close={close} />;
    case 'help':
      return <HelpSheet onClose={close} />;
    case 'history':
      return <HistoryDoor entry={running.entry} onClose={close} />;
    case 'settings':
      return <SettingsSheet onClose={close} />;
    case 'save':
      return <SaveSheet running={running} onClose={close} />;
    case 'goTo':
      return <GoTo running={running} onGo={commands.goTo} onClose={close} />;
    case 'confirmEnd':
      return <ConfirmEnd running={running} commands={commands} onClose={close} />;
    case 'share': {
      const { session } = running.match;
      return <ShareSheet record={session.record()} turn={session.state.turn} onClose={close} />;
    }
    default:
      return null;
  }
}

function Menu({ open, running, close }: { open: Signal<Open>; running: Running; close: () => void }) {
  const { match } = running;
  const { session } = match;
  const { parent, handicap } = session.options;
  return (
    <Dialog title={t('game.menu')} onClose={close}>
      <div class="menu-list">
        <button type="button" onClick={close}>
          <Icon name="play" /> {t('game.goOn')}
        </button>
        <button
          type="button"
          onClick={() => {
            open.value = 'save';
          }}
        >
          <Icon name="save" /> {t('game.save')}
        </button>
        <button
          type="button"
          onClick={() => {
            downloadRecord(session.record(), session.state.turn);
            close();
          }}
        >
          <Icon name="download" /> {t('game.export')}
        </button>
        <button
          type="button"
          onClick={() => {
            open.value = 'share';
          }}
        >
          <Icon name="link" /> {t('share.title')}
        </button>
        <button type="button" onClick={() => void watch(session.record(), !session.state.over)}>
          <Icon name="turnBack" /> {t('game.replay')}
        </button>
        <button
          type="button"
          onClick={() => {
            open.value = 'settings';
          }}
        >
          <Icon name="gear" /> {t('game.settings')}
        </button>
        <button
          type="button"
          onClick={() => {
            open.value = 'help';
          }}
        >
          <Icon name="help" /> {t('game.help')}
        </button>
        {running.entry.historical && (
          <button
            type="button"
            onClick={() => {
              open.value = 'history';
            }}
          >
            <Icon name="scroll" /> {t('battle.open')}
          </button>
        )}
        <button type="button" onClick={() => void toStart()}>
          <Icon name="close" /> {t('game.leave')}
        </button>
      </div>
      <p class="small soft">{t('game.seedLine', { seed: session.options.seed, fog: session.options.fog })}</p>
      {handicap && (
        <p class="small soft">
          {t('game.handicapLine', { points: handicap.points, side: match.names.side(handicap.side) })}
        </p>
      )}
      {parent && (
        <p class="small soft">
          {t('branch.from', {
            game: parent.game.slice(0, 8),
            at: parent.at,
            actions: parent.actions,
            when: match.names.date(session.log[parent.at - 1]?.turn ?? 1),
          })}
        </p>
      )}
    </Dialog>
  );
}

function SaveSheet({ running, onClose }: { running: Running; onClose: () => void }) {
  const { match } = running;
  const [name, setName] = useState(
    t('save.suggested', {
      title: told(running.entry).title,
      turn: match.session.state.turn,
      side: match.names.side(match.session.state.active),
    }),
  );
  const [state, setState] = useState<'asked' | 'failed'>('asked');
  const save = async (): Promise<void> => {
    if (await running.save(name.trim().slice(0, 120) || t('save.unnamed'))) {
      notify('info', t('save.done'));
      onClose();
    } else setState('failed');
  };
  return (
    <Dialog
      title={t('save.title')}
      onClose={onClose}
      foot={
        <>
          <button type="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="button" class="primary" onClick={() => void save()}>
            {t('save.save')}
          </button>
        </>
      }
    >
      <label class="stacked">
        <span class="label">{t('save.name')}</span>
        <input
          type="text"
          maxLength={120}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void save();
          }}
        />
      </label>
      {state === 'failed' ? (
        <p class="refusal-line">{t('save.failed')}</p>
      ) : (
        <p class="small soft">{t('save.about')}</p>
      )}
    </Dialog>
  );
}

function ConfirmEnd({ running, commands, onClose }: { running: Running; commands: GameCommands; onClose: () => void }) {
  const { match } = running;
  const { showUnit } = useDesk();
  const idle = idleUnits(match.seen.value, leftOut(match, match.resting.value));
  const open = openDecisions(match.seen.value).length;
  return (
    <Dialog
      title={t('confirmEnd.title', { count: idle.length })}
      onClose={onClose}
      foot={
        <>
          <button
            type="button"
            onClick={() => {
              onClose();
              commands.run('nextUnit');
            }}
          >
            {t('confirmEnd.look')}
          </button>
          <button type="button" class="primary" onClick={() => commands.endNow()}>
            {t('confirmEnd.end')}
          </button>
        </>
      }
    >
      <p>{t('confirmEnd.about')}</p>
      {open > 0 && <p class="small">{t('command.endCount', { count: open })}</p>}
      <p class="small soft">{t('confirmEnd.go')}</p>
      <ul class="columns small idle-units">
        {idle.slice(0, MOST_IDLE).map((unit) => (
          <li key={unit}>
            <button
              type="button"
              class="plain"
              onClick={() => {
                onClose();
                showUnit(unit);
              }}
            >
              {match.names.unit(unit)}
              <small class="soft">{match.names.hex(match.seen.value.view.units[unit]?.hex ?? -1)}</small>
            </button>
          </li>
        ))}
      </ul>
      {idle.length > MOST_IDLE && <p class="small soft">{t('confirmEnd.more', { count: idle.length - MOST_IDLE })}</p>}
    </Dialog>
  );
}

function GoTo({ running, onGo, onClose }: { running: Running; onGo: (hex: number) => void; onClose: () => void }) {
  const { match } = running;
  const [text, setText] = useState('');
  const spots = useMemo(() => {
    const { game, view } = match.seen.value;
    const places = game.data.map.places.map((place, i) => ({
      name: match.names.place(i),
      second: secondName(place.name, place.zh),
      period: place.period ?? '',
      hex: game.places[i]?.hex ?? -1,
    }));
    const units = game.units.flatMap(({ data, index, side }) => {
      const now = view.units[index];
      const known = now && now.hex >= 0 && (side === match.eyes.value || match.eyes.value === null || now.seen >= 2);
      return known
        ? [
            {
              name: match.names.unit(index),
              second: secondName(data.name, data.zh),
              period: '',
              hex: now.hex,
            },
          ]
        : [];
    });
    return [...places, ...units];
  }, []);
  const sought = text.trim().toLowerCase();
  const hex = parseHex(match.game.cols, match.game.rows, sought);
  const found =
    hex >= 0
      ? [{ name: match.names.hexFull(hex), second: { text: '', lang: 'en' }, period: '', hex }]
      : spots
          .filter((spot) => `${spot.name} ${spot.second.text} ${spot.period}`.toLowerCase().includes(sought))
          .slice(0, 14);
  return (
    <Dialog title={t('goTo.title')} onClose={onClose}>
      <input
        type="search"
        class="full"
        placeholder={t('goTo.hint')}
        aria-label={t('goTo.hint')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found[0]) onGo(found[0].hex);
        }}
      />
      <ul class="menu-list">
        {found.map((spot) => (
          <li key={`${spot.name}${spot.hex}`}>
            <button type="button" class="quiet" onClick={() => onGo(spot.hex)}>
              {spot.name} <span lang={spot.second.lang}>{spot.second.text}</span> <span>{spot.period}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
