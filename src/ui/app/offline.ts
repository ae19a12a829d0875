/**
 * Keeps the page usable without a network, and says when a newer one is ready. The newer page waits until the player
 * asks for it: no tab is ever reloaded under a game.
 */
import { t } from '../text/intl.ts';
import type { notify } from './app.ts';
import { beside } from './load.ts';

/** A page left open asks for a newer one when it is looked at again, at most this often, milliseconds. */
const ASK_EVERY = 3_600_000;

/** `settle` resolves when the running game is stored: it goes before the reload that the player asked for. */
export async function register(tell: typeof notify, settle: () => Promise<void>): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker
    .register(beside('sw.js'), { updateViaCache: 'none' })
    // A browser that refuses it still plays, with the network.
    .catch(() => null);
  if (!registration) return;
  let asked = false;

  const offer = (waiting: ServiceWorker): void => {
    const run = async (): Promise<void> => {
      asked = true;
      await settle();
      waiting.postMessage({ type: 'SKIP_WAITING' });
    };
    tell('info', t('offline.newer'), [], { label: t('offline.use'), run: () => void run() });
  };
  const followed = new WeakSet<ServiceWorker>();
  const follow = (coming: ServiceWorker): void => {
    if (followed.has(coming)) return;
    followed.add(coming);
    const isFirst = registration.active === null;
    coming.addEventListener('statechange', () => {
      if (isFirst && coming.state === 'activated') tell('info', t('offline.ready'));
      if (!isFirst && coming.state === 'installed') offer(coming);
    });
  };
  if (registration.waiting && registration.active) offer(registration.waiting);
  if (registration.installing) follow(registration.installing);
  registration.addEventListener('updatefound', () => {
    if (registration.installing) follow(registration.installing);
  });

  let controlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload();
    else if (controlled) tell('info', t('offline.elsewhere'), [], { label: t('offline.reload'), run: reload });
    controlled = true;
  });

  let lastAsked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - lastAsked < ASK_EVERY) return;
    lastAsked = Date.now();
    registration.update().catch(() => undefined);
  });
}

const reload = (): void => location.reload();

/** A part of the page that is loaded when it is needed and cannot be had, as after an update on the server: told, with the way out. */
export function watchParts(tell: typeof notify): void {
  addEventListener('vite:preloadError', () => {
    tell('error', t('offline.part'), [], { label: t('offline.reload'), run: reload });
  });
}
