/** A difference as a dot and its 95 % interval as a bar, about a line of no difference. */

/** Half of the picture's breadth; it is drawn in its own units and stretched to its cell. */
const HALF = 100;
const HEIGHT = 22;

interface Props {
  value: number;
  interval: readonly [low: number, high: number] | null;
  /** What half of the picture stands for, in the unit of the value. */
  reach: number;
}

/** The figures stand beside it in words: it is hidden from those who cannot see it. */
export function DotBar({ value, interval, reach }: Props) {
  const at = (amount: number): number =>
    reach > 0 ? HALF + Math.max(-1, Math.min(1, amount / reach)) * (HALF - 6) : HALF;
  const y = HEIGHT / 2;
  return (
    <svg class="dot-bar" viewBox={`0 0 ${2 * HALF} ${HEIGHT}`} aria-hidden="true">
      <path class="nought" d={`M${HALF} 0V${HEIGHT}`} />
      {interval && (
        <path
          class="interval"
          d={`M${at(interval[0])} ${y}H${at(interval[1])}M${at(interval[0])} ${y - 4}v8M${at(interval[1])} ${y - 4}v8`}
        />
      )}
      <circle cx={at(value)} cy={y} r="4.5" />
    </svg>
  );
}

/** What half of a picture must stand for so that a value and its interval fit. */
export function reachOf(value: number, interval: readonly [number, number] | null): number {
  return Math.max(Math.abs(value), ...(interval ?? []).map(Math.abs));
}
