/** Whether the record replays to the bit: a badge that tells the grade, and behind it a sheet that tells all. */
import type { Signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { GameRecord, Player } from '../../play/record.ts';
import type { Divergence, Mismatch } from '../../play/rerun.ts';
import type { Checking, ReplayDesk } from '../app/replayDesk.ts';
import { t, term } from '../text/intl.ts';
import type { Names } from '../text/names.ts';
import { orderText } from '../text/orders.ts';
import { refusalText } from '../text/refusals.ts';
import { verdictShort } from '../text/verdicts.ts';
import { Dialog } from '../widgets/dialog.tsx';
import { Icon } from '../widgets/icon.tsx';

/** Orders listed at once of a game that cannot be shown. */
const PAGE = 200;

function short(checking: Checking): string {
  switch (checking.state) {
    case 'running': {
      const share = checking.total === 0 ? 0 : Math.round((checking.done / checking.total) * 100);
      return t('replay.checking', { known: checking.total > 0, share });
    }
    case 'cancelled':
      return t('replay.unchecked');
    case 'failed':
      return t('replay.unchecked');
    default:
      if (checking.rules !== null && checking.verdict.grade === 'verified')
        return t('verdict.archivedShort', { rules: checking.rules });
      return checking.verdict.grade === 'otherRules' || checking.verdict.grade === 'otherScenario'
        ? t('verdict.recordedShort')
        : verdictShort(checking.verdict);
  }
}

export function VerdictBadge({ desk, open }: { desk: ReplayDesk; open: Signal<boolean> }) {
  const checking = desk.checking.value;
  const grade = checking.state === 'done' ? checking.verdict.grade : checking.state;
  const tone = grade === 'verified' ? 'good' : grade === 'running' || grade === 'cancelled' ? '' : 'bad';
  return (
    <>
      <button
        type="button"
        class={`badge ${tone}`}
        title={t('verdict.title')}
        onClick={() => {
          open.value = true;
        }}
      >
        {checking.state === 'running' ? (
          <i class="spinner" aria-hidden="true" />
        ) : (
          <Icon name={tone === 'good' ? 'check' : 'warn'} />
        )}{' '}
        <span role="status">{short(checking)}</span>
      </button>
      {open.value && (
        <VerdictSheet
          desk={desk}
          onClose={() => {
            open.value = false;
          }}
        />
      )}
    </>
  );
}

export function playerText(player: Player, names: Names): string {
  if (player.kind === 'human') return t('verdict.human');
  const level = term('setUp.levels', player.level);
  if (player.plan === undefined) return t('verdict.bot', { level });
  const known = player.plan === 'historical' || player.plan === 'free';
  const plan = known ? term('verdict.plans', player.plan) : t('verdict.otherPlan', { name: names.plan(player.plan) });
  return t('verdict.planned', { level, plan });
}

/** What else was agreed, and where the computer was not waited for. */
function Terms({ record, names }: { record: GameRecord; names: Names }) {
  const { handicap } = record.options;
  const deputies = record.deputies ?? [];
  return (
    <>
      {handicap && (
        <p class="small soft">{t('game.handicapLine', { points: handicap.points, side: names.side(handicap.side) })}</p>
      )}
      {deputies[0] && (
        <p class="small soft">
          {t('verdict.deputies', { count: deputies.length, level: term('setUp.levels', deputies[0].level) })}
        </p>
      )}
    </>
  );
}

function VerdictSheet({ desk, onClose }: { desk: ReplayDesk; onClose: () => void }) {
  const checking = desk.checking.value;
  const { record } = desk.replay;
  const [first, second] = record.players;
  return (
    <Dialog title={t('verdict.title')} onClose={onClose}>
      <div class="check-sheet">
        <Told desk={desk} checking={checking} onClose={onClose} />
        {checking.state === 'running' && (
          <button type="button" onClick={() => desk.cancel()}>
            {t('common.cancel')}
          </button>
        )}
        {(checking.state === 'cancelled' || checking.state === 'failed') && (
          <button type="button" onClick={() => desk.verify()}>
            {t('replay.check')}
          </button>
        )}
        <ParentLine desk={desk} onClose={onClose} />
        <p class="small soft">
          {t('verdict.seed', { seed: record.seed, rules: record.rules, fog: record.options.fog })}
          {' · '}
          {t('verdict.players', { first: playerText(first, desk.names), second: playerText(second, desk.names) })}
        </p>
        <Terms record={record} names={desk.names} />
      </div>
    </Dialog>
  );
}

/** Where the game branched off from another, and a way there. */
function ParentLine({ desk, onClose }: { desk: ReplayDesk; onClose: () => void }) {
  const { parent } = desk.replay.record;
  if (!parent) return null;
  const { game, at, actions } = parent;
  const mark = desk.replay.turnOf(at);
  const jump = (): void => {
    desk.seek(at);
    onClose();
  };
  return (
    <p>
      {t('branch.from', { game: game.slice(0, 8), at, actions, when: desk.names.date(mark.turn) })}{' '}
      <button type="button" class="plain link" onClick={jump}>
        {t('branch.jump')}
      </button>
    </p>
  );
}

interface Told {
  desk: ReplayDesk;
  checking: Checking;
  onClose: () => void;
}

function Told({ desk, checking, onClose }: Told) {
  switch (checking.state) {
    case 'running':
      return (
        <>
          <p>{t('verdict.running', { done: checking.done, total: checking.total })}</p>
          <progress value={checking.done} max={Math.max(1, checking.total)} />
        </>
      );
    case 'cancelled':
      return <p>{t('verdict.cancelled')}</p>;
    case 'failed':
      return <p>{t('verdict.failed', { why: checking.reason })}</p>;
    default: {
      const { verdict } = checking;
      if (verdict.grade === 'verified')
        return (
          <p>
            {checking.rules === null
              ? t('verdict.verified', { actions: verdict.actions })
              : t('verdict.archived', { actions: verdict.actions, rules: checking.rules })}
          </p>
        );
      if (verdict.grade === 'diverged') return <FirstDifference desk={desk} found={verdict} onClose={onClose} />;
      return <Recorded desk={desk} mismatch={verdict} />;
    }
  }
}

/** The first order that differs, in words, with its turn and a way to the moment before it. */
function FirstDifference({ desk, found, onClose }: { desk: ReplayDesk; found: Divergence; onClose: () => void }) {
  const { names } = desk;
  const mark = desk.replay.turnOf(found.at + 1);
  const where = { at: found.at + 1, when: names.date(mark.turn), side: names.side(mark.side) };
  const { refusal, error, expected } = found;
  const jump = (): void => {
    desk.seek(found.at);
    onClose();
  };
  return (
    <>
      <p>{t('verdict.diverged')}</p>
      <section class="first-difference">
        <h3>{t('verdict.first')}</h3>
        <p>{t('verdict.whichOrder', where)}</p>
        <p class="order">{orderText(found.action, names)}</p>
        {refusal && <p>{t('verdict.refused', { why: refusalText(refusal, names) })}</p>}
        {error !== undefined && <p>{t('verdict.broke', { why: error })}</p>}
        {found.found !== null && (
          <p class="small soft">{t('verdict.digests', { expected, found: found.found.slice(0, expected.length) })}</p>
        )}
        <button type="button" onClick={jump}>
          {t('verdict.jump')}
        </button>
      </section>
    </>
  );
}

/** A game that cannot be run here: what was ordered, as far as this page has names for it. */
function Recorded({ desk, mismatch }: { desk: ReplayDesk; mismatch: Mismatch }) {
  const { record, turns } = desk.replay;
  const [count, setCount] = useState(PAGE);
  const { names } = desk;
  const { grade, expected, found } = mismatch;
  return (
    <>
      <p>{t(`verdict.${grade}`, { expected, found })}</p>
      <p>{t('verdict.recorded')}</p>
      {grade === 'otherScenario' && <p class="small soft">{t('verdict.recordedNames')}</p>}
      <h3>{t('verdict.orders')}</h3>
      <ol class="recorded-orders">
        {record.actions.slice(0, count).map((action, i) => {
          const begins = turns.find((mark) => mark.at === i);
          return (
            <li key={i}>
              {begins && (
                <b>
                  {names.date(begins.turn)} · {names.side(begins.side)}
                </b>
              )}
              {orderText(action, names)}
            </li>
          );
        })}
      </ol>
      {record.actions.length > count && (
        <button type="button" class="plain" onClick={() => setCount(count + PAGE)}>
          {t('replay.more', { count: record.actions.length - count })}
        </button>
      )}
    </>
  );
}
