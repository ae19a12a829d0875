/** Keeps the page usable without a network, and says when a newer one is ready; a game is never reloaded under a player. */
import { registerSW } from 'virtual:pwa-register';
import { t } from '../text/intl.ts';
import type { notify } from './app.ts';

export function register(tell: typeof notify): void {
  registerSW({
    onNeedRefresh: () => tell('info', t('offline.newer')),
    onOfflineReady: () => tell('info', t('offline.ready')),
  });
}
