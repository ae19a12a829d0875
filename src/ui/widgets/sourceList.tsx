import type { Source } from '../app/history.ts';
import { t } from '../text/intl.ts';

interface Props {
  keys: readonly string[];
  sources: Readonly<Record<string, Source>>;
}

/** Sources by their keys; an address is shown as a link only when it is an ordinary web address. */
export function SourceTitles({ keys, sources }: Props) {
  return (
    <ul class="small">
      {keys.map((key) => {
        const found = sources[key];
        const text = found?.title ?? key;
        const address = found?.url ?? (/^https?:\/\//.test(key) ? key : undefined);
        return (
          <li key={key}>
            {address && /^https?:\/\//.test(address) ? (
              <a href={address} target="_blank" rel="noreferrer noopener">
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The same behind a line that counts them. */
export function SourceList({ keys, sources }: Props) {
  if (keys.length === 0) return null;
  return (
    <details class="sources">
      <summary>{t('common.sources', { count: keys.length })}</summary>
      <SourceTitles keys={keys} sources={sources} />
    </details>
  );
}
