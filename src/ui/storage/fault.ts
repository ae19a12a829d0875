/** What can go wrong with a browser's storage, in the few kinds that a player can do something about. */

export const FAULT_KINDS = ['refused', 'full', 'newer', 'silent', 'closed', 'replaced', 'broken'] as const;
/**
 * Refused: a private window, a policy. Full: no room left. Newer: a later version of the page wrote it, and this one
 * keeps its hands off. Silent: it never answered. Closed: the browser took it away, as when its data are cleared.
 * Replaced: a newer page in another tab needed it. Broken: anything else.
 */
export type FaultKind = (typeof FAULT_KINDS)[number];

export class StorageFault extends Error {
  readonly kind: FaultKind;

  constructor(kind: FaultKind, message: string) {
    super(message);
    this.name = 'StorageFault';
    this.kind = kind;
  }
}

const KIND_OF_NAME: Readonly<Record<string, FaultKind>> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  SecurityError: 'refused',
  // Firefox and Safari say so in windows that may not store.
  InvalidStateError: 'refused',
  NotAllowedError: 'refused',
};

/** Any failure of the storage as one of the kinds, with the browser's own words. */
export function faultOf(error: unknown): StorageFault {
  if (error instanceof StorageFault) return error;
  const { name, message } =
    error instanceof Error || error instanceof DOMException ? error : { name: '', message: String(error) };
  return new StorageFault(KIND_OF_NAME[name] ?? 'broken', message || name || 'unknown');
}
