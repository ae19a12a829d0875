/** The opponent, off the page's thread: it is handed views only and answers with one action at a time. */
import { expose } from 'comlink';
import { OpponentDesk } from './opponentDesk.ts';

expose(new OpponentDesk());
