/** The board in the page: made once for a game, handed what to draw whenever it changes, reporting clicks. */
import { computed, effect, type Signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { check } from '../../core/check.ts';
import { fuelPerSortie } from '../../core/rules/aviationFuel.ts';
import { observedHexes } from '../../core/rules/detection.ts';
import { SEEN_NOTHING } from '../../core/state.ts';
import { type Standout, unitsThat } from '../app/able.ts';
import { liesUnderCloud } from '../app/airForce.ts';
import { type AirPlan, airParts, ordersTo, orderTo } from '../app/airPlan.ts';
import { airTargets } from '../app/airTargets.ts';
import { shownChord } from '../app/chords.ts';
import { useDesk } from '../app/desk.ts';
import { keysOf } from '../app/keyChange.ts';
import type { Command } from '../app/keys.ts';
import { beside } from '../app/load.ts';
import { namedGround, namedLines, placeWordsOf } from '../app/mapWords.ts';
import { click, hover } from '../app/model.ts';
import { noteMark } from '../app/notes.ts';
import { firstLookOf } from '../app/opening.ts';
import type { OverlayId } from '../app/overlays.ts';
import { ringed, ringedUnits } from '../app/ringed.ts';
import { settings } from '../app/settings.ts';
import { boardStage } from '../app/stage.ts';
import type { Board, BoardEvents, Mark, Press } from '../board/contract.ts';
import { loadMapFiles } from '../board/mapFiles.ts';
import { language, t } from '../text/intl.ts';
import { formatMinutes, formatWeight } from '../text/names.ts';
import { refusalText } from '../text/refusals.ts';
import { type Look, lookOf, useLostPicture } from './lostPicture.ts';
import { drawMap, drawReachers } from './shownOverlay.ts';

/** Screen pixels a hex at the first look. */
export const OPENING_HEX_PX = 52;
export const LEAST_OPENING_PX = 36;

export interface MapSettings {
  overlay: OverlayId | null;
  hideUnits: boolean;
  showReach: boolean;
  /** The army zone shown alone, null for those of the selected unit. */
  zone: number | null;
  /** Lines to the hex at the cursor from the units that can reach it. */
  whoReaches?: boolean;
  /** What the ringed units have in common, null for none. */
  standout: Standout | null;
}

interface Props {
  map: Signal<MapSettings>;
  /** Moves the view to what happens out of sight while true. */
  follow: () => boolean;
  speed: () => number;
  onReady?: (board: Board, host: HTMLElement) => void;
  /** A press on the map picked units or a hex to look at. */
  onLook?: () => void;
}

export function BoardHost({ map, follow, speed, onReady, onLook }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const desk = useDesk();
  const [fault, setFault] = useState<string | null>(null);
  const lost = useLostPicture(host);
  const look = useRef<Look | null>(null);
  // Rivers and railways are lettered once, when the sheet is drawn: another language takes another sheet.
  const tongue = language();
  useEffect(() => {
    let gone = false;
    let stop = (): void => undefined;
    const { table } = desk;
    const press = (hex: number, unit: number, how: Press): void => {
      if (how.button === 1) return;
      const act = how.button === 2;
      const { air } = table.interaction.value;
      desk.take(click(table.seen.value, table.interaction.value, { hex, unit, act, more: how.shift, all: how.ctrl }));
      if (!air && table.interaction.value.hex >= 0) onLook?.();
    };
    void openBoard(host.current as HTMLElement, table, lost > 1, {
      onHexClick: (hex, how) => press(hex, -1, how),
      onUnitClick: (unit, hex, how) => press(hex, unit, how),
      onHover: (hex) => {
        table.interaction.value = hover(table.seen.value, table.interaction.value, hex);
      },
      onLongPress: (hex, unit) => {
        if (unit < 0 && hex >= 0) {
          // A finger has no key for it: held on open ground it asks who can come there.
          table.interaction.value = { ...table.interaction.value, hoverHex: hex };
          map.value = { ...map.value, whoReaches: true };
          return;
        }
        press(hex, unit, { button: 0, shift: false, ctrl: true, alt: false, touch: true, double: false });
      },
    }).then(
      (board) => {
        if (gone) return board.destroy();
        table.stage = boardStage(board, speed, follow);
        const stops = [
          keepSelectionInView(host.current as HTMLElement, board, table),
          drawState(board, desk.table),
          effect(() => board.update({ placeWords: placeWordsOf(table.game, table.names) })),
          drawHand(board, desk.table, map),
          drawMap(board, desk.table, map),
          drawStandouts(board, desk.table, map),
          drawReachers(board, desk.table, map),
        ];
        stop = () => {
          for (const one of stops) one();
          look.current = lookOf(board, table.game.cols, table.game.rows);
          table.stage = null;
          desk.board.value = null;
          board.destroy();
        };
        for (const canvas of host.current?.querySelectorAll('canvas') ?? []) {
          canvas.setAttribute('role', 'img');
          canvas.setAttribute('aria-label', t('reading.map'));
        }
        desk.board.value = board;
        onReady?.(board, host.current as HTMLElement);
        if (look.current) board.centreOn(look.current.hex, look.current.hexPx);
      },
      (error: unknown) => setFault(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      gone = true;
      stop();
    };
  }, [tongue, lost]);
  return (
    <div
      class="board-host"
      ref={host}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is worked by keys as well as by pointers
      tabIndex={0}
      aria-label={t('reading.map')}
      aria-roledescription={t('reading.mapKind')}
      aria-describedby="map-keys"
    >
      <p class="hush" id="map-keys">
        {t('reading.mapKeys', keysToTell())}
      </p>
      {fault !== null && <p class="board-fault">{t('game.boardFault', { why: fault })}</p>}
    </div>
  );
}

/** The keys that the description of the map names, as they are now. */
function keysToTell(): Record<string, string> {
  const first = (id: Command): string => shownChord(keysOf(settings.value.keys, id)[0] ?? '');
  return {
    act: first('act'),
    march: first('march'),
    next: first('nextUnit'),
    previous: first('previousUnit'),
    describe: first('describe'),
    area: first('nextArea'),
    help: first('help'),
  };
}

type Table = ReturnType<typeof useDesk>['table'];

/** First look: where most points are at stake and the side's troops nearest to it, as near as lets the hexes be read. */
export function firstLook(board: Board, table: Table, host: HTMLElement): void {
  const { game, view, side } = table.seen.value;
  const look = firstLookOf(game, view, side);
  if (!look) {
    board.fit();
    return;
  }
  const fits = Math.min(host.clientWidth / look.across, host.clientHeight / look.down);
  board.centreOn(look.hex, Math.max(LEAST_OPENING_PX, Math.min(OPENING_HEX_PX, fits)));
}

/** A sheet that opens for a tapped counter must not push that counter off the map. */
function keepSelectionInView(host: HTMLElement, board: Board, table: Table): () => void {
  const observer = new ResizeObserver(() => {
    const { hex } = table.interaction.value;
    if (hex < 0) return;
    const { x, y } = board.screenOf(hex);
    const edge = board.viewport().hexPx;
    if (x < edge || y < edge || x > host.clientWidth - edge || y > host.clientHeight - edge) board.centreOn(hex);
  });
  observer.observe(host);
  return () => observer.disconnect();
}

async function openBoard(
  host: HTMLElement,
  { game, names }: Table,
  plain: boolean,
  events: BoardEvents,
): Promise<Board> {
  const [{ createBoard }, files] = await Promise.all([
    import('../board/board.ts'),
    loadMapFiles(beside(`assets/${game.data.scenario.id}/`), game.hexKm),
  ]);
  const lines = files.lines ? { lines: namedLines(files.lines, names) } : {};
  return createBoard(host, { scenario: namedGround(game.data, names), ...files, ...lines, plain }, events);
}

/** The state itself; while events are shown the board is left alone, and it gets the state after. */
function drawState(board: Board, table: Table): () => void {
  return effect(() => {
    const { view } = table.seen.value;
    const eyes = table.eyes.value;
    const observed = view.fog && eyes !== null ? observedHexes(table.game, view, eyes) : null;
    board.update({ view, side: eyes, observed: observed ? observed.slice() : null, marks: marksOf(table) });
  });
}

function marksOf(table: Table): Mark[] {
  const { view, game } = table.seen.value;
  const marks: Mark[] = view.plots.map((plot) => ({
    hex: plot.hex,
    kind: 'air',
    side: plot.side,
    text: String(plot.sorties),
  }));
  for (const note of table.notes.shown.value) marks.push({ hex: note.hex, kind: 'note', text: noteMark(note.text) });
  const eyes = table.eyes.value;
  if (!view.fog || eyes === null) return marks;
  for (const unit of game.bySide[1 - eyes] as number[]) {
    const now = view.units[unit];
    if (now && now.seen === SEEN_NOTHING && now.seenHex >= 0 && view.turn - now.seenTurn <= 3 && now.seenTurn > 0)
      marks.push({ hex: now.seenHex, kind: 'lastSeen', side: (1 - eyes) as 0 | 1, text: '?' });
  }
  return marks;
}

/** Selection, reach, path, targets and the word at the cursor. */
function drawHand(board: Board, table: Table, map: Signal<MapSettings>): () => void {
  return effect(() => {
    const hand = table.interaction.value;
    const { target } = hand;
    const arrows = target
      ? [...target.attackers, ...target.support]
          .filter((one) => one.ticked)
          .map((one) => ({
            from: table.seen.value.view.units[one.unit]?.hex ?? -1,
            to: target.hex,
            kind: target.attackers.includes(one) ? ('assault' as const) : ('support' as const),
          }))
          .filter((arrow) => arrow.from >= 0)
      : (table.pointed?.value?.arrows ?? []);
    const end = hand.path?.[hand.path.length - 1];
    const minutes = hand.pathMinutes?.[hand.pathMinutes.length - 1];
    const hint = hand.air
      ? hintAt(hand.hoverHex, airHint(table, hand.air, hand.hoverHex))
      : hand.breakOut
        ? hintAt(hand.breakOut.includes(hand.hoverHex) ? hand.hoverHex : -1, t('unit.breakOutHint'))
        : end !== undefined && minutes !== undefined
          ? hintAt(end, hand.pending ? t('game.again', { time: formatMinutes(minutes) }) : formatMinutes(minutes))
          : null;
    board.update({
      selected: hand.selected,
      selectedHex: hand.hex,
      hoverHex: hand.hoverHex,
      reach:
        map.value.showReach && !target && !hand.air && !hand.breakOut && !hand.group
          ? (hand.reach?.hexes ?? null)
          : null,
      path: hand.path,
      pathMinutes: hand.pathMinutes,
      targets: target ? [target.hex] : (hand.breakOut ?? airTargets(table.seen.value, hand.air) ?? hand.targets),
      arrows,
      refusal: hand.refusal ? { hex: hand.refusal.hex, text: refusalText(hand.refusal.refusal, table.names) } : null,
      hint,
    });
  });
}

/** What a mission to the hex under the cursor would take, or why it cannot be flown. */
function airHint(table: Table, air: AirPlan, hex: number): string {
  const seen = table.seen.value;
  const { game, view } = seen;
  if (hex < 0) return '';
  const parts = airParts(air);
  const orders = ordersTo(seen, air, hex);
  if (orders.length === 0) {
    const refusal = check(game, view, orderTo(air, air, hex));
    return refusal ? refusalText(refusal, table.names) : '';
  }
  const sorties = orders.reduce((sum, one) => sum + one.sorties, 0);
  const burn = orders.reduce((sum, one) => sum + one.sorties * fuelPerSortie(game, one.formation), 0);
  const said = [t('air.hint', { count: sorties, burn: formatWeight(burn) })];
  if (parts.length > 1)
    said.push(t('air.hintGroup', { whole: orders.length === parts.length, able: orders.length, all: parts.length }));
  if (liesUnderCloud(seen, air.mission, hex)) said.push(t('air.hintCloud'));
  return said.join(' · ');
}

function hintAt(hex: number, text: string): { hex: number; text: string } | null {
  return hex < 0 ? null : { hex, text };
}

/** Units ringed: those about to march together, those pointed out, a formation of the order of battle, or by a key what they have in common. */
function drawStandouts(board: Board, table: Table, map: Signal<MapSettings>): () => void {
  const lead = computed(() => table.interaction.value.selected[0] ?? -1);
  const group = computed(() => table.interaction.value.group?.units ?? null);
  return effect(() => {
    const { standout } = map.value;
    const seen = table.seen.value;
    const formation = ringed.value === null ? null : ringedUnits(seen, ringed.value);
    const picked = group.value ?? table.pointed?.value?.units ?? formation;
    board.update({ highlighted: picked ?? (standout ? unitsThat(seen, standout, lead.value) : []) });
  });
}
