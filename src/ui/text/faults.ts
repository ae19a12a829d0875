/** What is wrong with a game file or link, in words. */

import type { Fault } from '../../play/record.ts';
import type { MessageKey } from '../locales/en/index.ts';
import { t } from './intl.ts';

/** One line for people; `path` tells where in the file, as in `actions[12].unit`. */
export function faultText({ path, code, part, message, values = {} }: Fault): string {
  if (part) return t(`fault.link.${part}.${code}` as MessageKey, { message, ...values });
  if (code === 'truncated' && values['characters'] === undefined) return t('fault.record.empty');
  return t(`fault.record.${code}`, { path: path === '' ? '#' : path, message, ...values });
}
