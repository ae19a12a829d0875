/** What a person has set for this browser. Losing it loses no game. */
import { effect, signal } from '@preact/signals';
import { LANGUAGES, type Language } from '../text/intl.ts';
import { readOwnKeys } from './keyChange.ts';
import type { OwnKeys } from './keys.ts';

export const TEXT_SIZES = ['small', 'normal', 'large', 'huge'] as const;

export interface Settings {
  /** Animation speed: 0 shows nothing. */
  speed: number;
  /** Ask before ending a turn with idle units. */
  confirmEnd: boolean;
  grid: boolean;
  secondNumber: 'hours' | 'cohesion' | 'none';
  /** What the page speaks; 'auto' follows the browser. */
  language: Language | 'auto';
  /** Size of all text beside the map. */
  text: (typeof TEXT_SIZES)[number];
  /** Movement on the page: as the system asks, or as little as can be. */
  motion: 'system' | 'less';
  /** Colours: as the system asks, or with more contrast. */
  contrast: 'system' | 'more';
  /** Keys that a person has chosen. */
  keys: OwnKeys;
  panel: boolean;
}

const KEY = 'ridgeline-settings';

const DEFAULTS: Settings = {
  speed: 1,
  confirmEnd: true,
  grid: true,
  secondNumber: 'hours',
  language: 'auto',
  text: 'normal',
  motion: 'system',
  contrast: 'system',
  keys: {},
  panel: true,
};

const isOneOf =
  (...values: unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);
const isBoolean = isOneOf(true, false);

/** What each setting may be: a value that no sheet offers, as an older or a newer page or a meddling hand leaves it, is none. */
const MAY_BE: { readonly [K in keyof Settings]: (value: unknown) => boolean } = {
  speed: (value) => typeof value === 'number' && value >= 0 && value <= 8,
  confirmEnd: isBoolean,
  grid: isBoolean,
  secondNumber: isOneOf('hours', 'cohesion', 'none'),
  language: isOneOf('auto', ...LANGUAGES),
  text: isOneOf(...TEXT_SIZES),
  motion: isOneOf('system', 'less'),
  contrast: isOneOf('system', 'more'),
  keys: (value) => typeof value === 'object' && value !== null,
  panel: isBoolean,
};

/** Reads what is stored; whatever a setting cannot be is replaced by the default. */
export function readSettings(text: string | null): Settings {
  let raw: unknown = null;
  try {
    raw = text === null ? null : JSON.parse(text);
  } catch {
    return DEFAULTS;
  }
  if (typeof raw !== 'object' || raw === null) return DEFAULTS;
  const found = raw as Partial<Record<keyof Settings, unknown>>;
  const settings: Record<string, unknown> = { ...DEFAULTS };
  for (const key of Object.keys(DEFAULTS) as (keyof Settings)[])
    if (MAY_BE[key](found[key])) settings[key] = found[key];
  settings['keys'] = readOwnKeys(settings['keys']);
  return settings as unknown as Settings;
}

/** A browser told to keep nothing throws at the mere mention of its storage. */
function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export const settings = signal<Settings>(readSettings(stored()));

export function set<K extends keyof Settings>(key: K, value: Settings[K]): void {
  settings.value = { ...settings.value, [key]: value };
}

/** Writes every change back; a browser without storage keeps them for the visit. */
export function keepSettings(): void {
  effect(() => {
    const text = JSON.stringify(settings.value);
    try {
      localStorage.setItem(KEY, text);
    } catch {
      return;
    }
  });
}
