/** Trouble with the browser's storage in the reader's words. */
import type { StorageFault } from '../storage/fault.ts';
import { t } from './intl.ts';

/** A clause without a full stop, to stand in a sentence. */
export function storageFaultText({ kind, message }: Pick<StorageFault, 'kind' | 'message'>): string {
  return t(`storage.fault.${kind}`, { message });
}
