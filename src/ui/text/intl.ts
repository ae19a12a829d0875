/** The page's words in the reader's language: messages in ICU syntax from `src/ui/locales`, numbers and dates by `Intl`. */
import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import { signal } from '@preact/signals';
import type { MessageKey, Messages } from '../locales/en/index.ts';

export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself, to be found whatever the page speaks. */
export const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
  ja: '日本語',
};

/** What fills the gaps of a message. */
export type Values = Readonly<Record<string, string | number | boolean>>;

/** Dates and numbers as they are written where the language is read. */
const TAGS: Record<Language, string> = { en: 'en-GB', 'zh-Hant': 'zh-Hant-TW', 'zh-Hans': 'zh-Hans-CN', ja: 'ja-JP' };

const LOADERS: Record<Language, () => Promise<{ default: Messages }>> = {
  en: () => import('../locales/en/index.ts'),
  'zh-Hant': () => import('../locales/zh-Hant/index.ts'),
  'zh-Hans': () => import('../locales/zh-Hans/index.ts'),
  ja: () => import('../locales/ja/index.ts'),
};

interface Speech {
  language: Language;
  messages: Messages;
  intl: IntlShape<string>;
}

const speech = signal<Speech | null>(null);

function spoken(): Speech {
  if (!speech.value) throw new Error('no language is loaded yet');
  return speech.value;
}

/** The language in use; reading it in a component draws the component anew when it changes. */
export function language(): Language {
  return spoken().language;
}

/** Loads a language's messages and speaks it from then on; refuses when the messages cannot be fetched. */
export async function speak(next: Language): Promise<void> {
  const messages = (await LOADERS[next]()).default;
  const intl = createIntl(
    {
      locale: TAGS[next],
      defaultLocale: TAGS[next],
      messages,
      onError: (error) => {
        if (import.meta.env.DEV) throw error;
      },
    },
    createIntlCache(),
  );
  speech.value = { language: next, messages, intl };
  if (typeof document !== 'undefined') document.documentElement.lang = next;
}

/** The language of this browser that we speak best. */
export function preferred(tags: readonly string[]): Language {
  for (const tag of tags) {
    const lower = tag.toLowerCase();
    if (lower.startsWith('zh')) return /hant|-tw|-hk|-mo/.test(lower) ? 'zh-Hant' : 'zh-Hans';
    if (lower.startsWith('ja')) return 'ja';
    if (lower.startsWith('en')) return 'en';
  }
  return 'en';
}

/** A message, its gaps filled: `t('map.scale', { km: 5 })`. */
export function t(key: MessageKey, values?: Values): string {
  const { messages, intl } = spoken();
  const message = messages[key];
  if (!values && !/[{'<]/.test(message)) return message;
  return intl.formatMessage({ id: key }, values) as string;
}

/** `Intl` in the reader's language, for numbers, dates and lists. */
export function intl(): IntlShape<string> {
  return spoken().intl;
}

/** The word for one member of a closed list: `term('terms.supply', 2)`; a member without a word stands for itself. */
export function term(list: string, member: string | number): string {
  const key = `${list}.${member}` as MessageKey;
  return key in spoken().messages ? t(key) : String(member);
}

/** The same inside a sentence: languages with capital letters drop them. */
export function lower(text: string): string {
  return text.toLocaleLowerCase(TAGS[language()]);
}
