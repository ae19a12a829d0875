/** Who holds what at the end of each turn: the map with its slider, what is looked at in words, and the table of places. */
import { useId, useState } from 'preact/hooks';
import { directionTo, formatHex, neighbourOf } from '../../core/hex.ts';
import type { ReportModel } from '../../lab/report/model.ts';
import { type Point, pointOf } from '../app/historyMap.ts';
import { t } from '../text/intl.ts';
import { Choice } from '../widgets/choice.tsx';
import { DateSlider } from '../widgets/dateSlider.tsx';
import { ControlPicture, Filled, HistoryLine, Patterns } from './controlPicture.tsx';
import { dateOfTurn } from './course.tsx';
import { NumbersBehind, useBreadth } from './figure.tsx';
import { formatPercent } from './figures.ts';
import { isPrinting } from './printing.ts';
import { type Holders, hexNear, holdersAt, middleOf, SHADES, type Shade, STEPS } from './shades.ts';
import type { Told } from './told.ts';

interface Props {
  model: ReportModel;
  told: Told;
}

/** Pictures on paper, where nothing slides. */
const PAPER_PICTURES = 6;

/** The turns that stand for all on paper: the start, the end, and those between in equal steps. */
export function paperTurns(last: number): number[] {
  const turns = Array.from({ length: PAPER_PICTURES }, (_, i) => Math.round((i * last) / (PAPER_PICTURES - 1)));
  return [...new Set(turns)];
}

export function ControlMap({ model, told }: Props) {
  const last = model.control.first.length - 1;
  const [turn, setTurn] = useState(last);
  const [looked, setLooked] = useState(-1);
  if (isPrinting()) return <PaperMaps model={model} told={told} last={last} />;
  const date = dateOfTurn(model, turn);
  return (
    <figure class="report-figure control">
      <DateSlider
        labels={{ label: t('report.map.turn'), earlier: t('report.map.earlier'), later: t('report.map.later') }}
        value={turn}
        first={0}
        last={last}
        text={turn === 0 ? t('report.map.start') : date}
        onChange={setTurn}
      />
      <Board {...{ model, told, turn, looked }} onLook={setLooked} />
      <figcaption class="control-caption">
        <p class="control-said" role="status">
          {looked < 0 ? t('report.map.pointAt') : hexText(model, told, turn, looked)}
        </p>
        <Legend model={model} told={told} />
        <PlacesTable model={model} told={told} turn={turn} />
      </figcaption>
    </figure>
  );
}

const ARROWS: Readonly<Record<string, readonly number[]>> = {
  ArrowRight: [0],
  ArrowLeft: [3],
  // Straight up and down there is no neighbour: rows lean to either side in turn.
  ArrowDown: [1, 2],
  ArrowUp: [5, 4],
};

const ZOOMS = [1, 2, 4] as const;

/** The map, to be gone over with the pointer or the arrow keys; nearer, it follows the hex that the keys go to. */
function Board({
  model,
  told,
  turn,
  looked,
  onLook,
}: Props & { turn: number; looked: number; onLook: (place: number) => void }) {
  const { box, breadth } = useBreadth();
  const [zoom, setZoom] = useState<(typeof ZOOMS)[number]>(1);
  const { control } = model;
  const [centre, setCentre] = useState<Point>(() => middleOf(control));
  const move = (event: KeyboardEvent): void => {
    const directions = ARROWS[event.key];
    if (!directions || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = stepFrom(model, looked, directions);
    setCentre(pointOf(control.columns, control.hexes[next] ?? 0));
    onLook(next);
  };
  const named = t('report.map.board', { date: dateOfTurn(model, turn) });
  return (
    <div class="control-sheet">
      <Choice
        label={t('report.map.zoom')}
        value={zoom}
        onChange={setZoom}
        options={ZOOMS.map((value) => ({ value, label: t(`report.map.zooms.${value}`) }))}
      />
      <div
        ref={box}
        class="control-board"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys go from hex to hex
        tabIndex={0}
        aria-label={named}
        onKeyDown={move}
      >
        {breadth > 0 && (
          <ControlPicture
            {...{ model, told, turn, breadth, zoom, centre, looked }}
            summary={mapSummary(model, told, turn)}
            onPoint={(point) => point && onLook(hexNear(control, point))}
          />
        )}
      </div>
    </div>
  );
}

/** The hex next to one in the first of the directions that stays on the map; the first objective when none is looked at. */
function stepFrom({ control }: ReportModel, looked: number, directions: readonly number[]): number {
  const { columns, rows, hexes, places } = control;
  const hex = hexes[looked];
  if (hex === undefined)
    return Math.max(0, hexes.indexOf((places.find((one) => one.objective) ?? places[0])?.hex ?? -1));
  const row = Math.floor(hex / columns);
  const [one = 0, other = one] = directions;
  const ordered = row % 2 === 0 ? [one, other] : [other, one];
  for (const direction of ordered) {
    const next = hexes.indexOf(neighbourOf(columns, rows, hex, direction));
    if (next >= 0 && directionTo(columns, rows, hex, hexes[next] as number) >= 0) return next;
  }
  return looked;
}

/** "China 82 %, Japan 15 %, nobody 3 %". */
function holdersText({ first, second, nobody }: Holders, told: Told): string {
  const all = Math.max(1, first + second + nobody);
  return t('report.map.holders', {
    first: told.side(0),
    second: told.side(1),
    one: formatPercent(first / all),
    other: formatPercent(second / all),
    nobody: formatPercent(nobody / all),
  });
}

/** Who holds a hex, in how many of the games, and in history. */
function hexText(model: ReportModel, told: Told, turn: number, place: number): string {
  const { control, games } = model;
  const hex = control.hexes[place] ?? -1;
  const named = control.places.find((one) => one.hex === hex);
  const code = t('names.hex', { code: formatHex(control.columns, hex) });
  const where = named ? t('names.coded', { name: told.place(named.id, named.name), code }) : code;
  const held = holdersText(holdersAt(control, games, turn, place), told);
  const holder = control.history?.[turn]?.[place];
  const said = t('common.labelled', { label: where, text: held });
  return holder === undefined ? said : t('report.map.withHistory', { said, holder: holderText(holder, told) });
}

function holderText(holder: number, told: Told): string {
  return holder === 0 || holder === 1 ? told.side(holder) : t('report.map.nobody');
}

/** What the map of a turn shows, for those who cannot see it. */
function mapSummary({ control, games, ...model }: ReportModel, told: Told, turn: number): string {
  const sure = { first: 0, second: 0 };
  control.hexes.forEach((_, place) => {
    const { first, second } = holdersAt(control, games, turn, place);
    if (first > games / 2) sure.first++;
    else if (second > games / 2) sure.second++;
  });
  return t('report.map.summary', {
    date: dateOfTurn(model, turn),
    first: told.side(0),
    second: told.side(1),
    one: sure.first,
    other: sure.second,
    rest: control.hexes.length - sure.first - sure.second,
  });
}

function Legend({ model, told }: Props) {
  const id = useId();
  const [leaning, likely, sure] = STEPS.map(formatPercent) as [string, string, string];
  const ranges: Record<string, string> = {
    1: t('common.days', { from: leaning, to: likely }),
    2: t('common.days', { from: likely, to: sure }),
    3: t('report.map.least', { share: sure }),
  };
  const text = (shade: Shade): string => {
    if (shade === 'open' || shade === 'nobody') return t(`report.map.${shade}Shade`, { share: leaning });
    return t('common.labelled', {
      label: told.side(shade.startsWith('first') ? 0 : 1),
      text: ranges[shade.slice(-1)] ?? '',
    });
  };
  return (
    <ul class="control-legend small" aria-label={t('report.map.legend')}>
      {SHADES.map((shade) => (
        <li key={shade}>
          <svg class="control-map" viewBox="0 0 30 16" aria-hidden="true">
            <Patterns id={`${id}-${shade}`} />
            <Filled id={`${id}-${shade}`} shade={shade} d="M0.5 0.5H29.5V15.5H0.5Z" />
          </svg>
          {text(shade)}
        </li>
      ))}
      <li>
        <svg class="control-map" viewBox="0 0 30 16" aria-hidden="true">
          <path class="front likely" d="M0 8H30" />
        </svg>
        {t('report.map.likelyFront')}
      </li>
      {model.control.history && (
        <li>
          <svg class="control-map" viewBox="0 0 30 16" aria-hidden="true">
            <HistoryLine d="M0 8H30" />
          </svg>
          {t('report.map.historyFront')}
        </li>
      )}
      <li>{t('report.map.objectives')}</li>
    </ul>
  );
}

/** The places of the map at the end of a turn, objectives first. */
function PlacesTable({ model, told, turn }: Props & { turn: number }) {
  const { control, games } = model;
  const rows = control.places
    .toSorted((a, b) => Number(b.objective) - Number(a.objective))
    .flatMap((one) => {
      const place = control.hexes.indexOf(one.hex);
      if (place < 0) return [];
      const { first, second, nobody } = holdersAt(control, games, turn, place);
      const holder = control.history?.[turn]?.[place];
      return [
        [
          told.place(one.id, one.name),
          t(one.objective ? 'report.yes' : 'report.no'),
          ...[first, second, nobody].map((share) => formatPercent(share / Math.max(1, games))),
          holder === undefined ? '–' : holderText(holder, told),
        ],
      ];
    });
  return (
    <NumbersBehind
      caption={t('report.map.table', { date: dateOfTurn(model, turn) })}
      head={[
        t('report.columns.place'),
        t('report.columns.objective'),
        told.side(0),
        told.side(1),
        t('report.map.nobody'),
        t('report.historical'),
      ]}
      rows={rows}
      figures={[2, 3, 4]}
    />
  );
}

function PaperMaps({ model, told, last }: Props & { last: number }) {
  const turns = paperTurns(last);
  return (
    <>
      <div class="paper-maps">
        {turns.map((turn) => (
          <figure key={turn}>
            <ControlPicture {...{ model, told, turn }} breadth={420} summary={mapSummary(model, told, turn)} />
            <figcaption>{turn === 0 ? t('report.map.start') : dateOfTurn(model, turn)}</figcaption>
          </figure>
        ))}
      </div>
      <Legend model={model} told={told} />
      <PlacesTable model={model} told={told} turn={last} />
    </>
  );
}
