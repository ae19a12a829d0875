import { LANGUAGES, OWN_NAMES } from '../text/intl.ts';

/** The languages of the page as options of a choice, each by its own name. */
export function LanguageOptions() {
  return (
    <>
      {LANGUAGES.map((one) => (
        <option key={one} value={one} lang={one}>
          {OWN_NAMES[one]}
        </option>
      ))}
    </>
  );
}
