/**
 * The staffs, off the page's thread: as an opponent, handed views only and answering with one action at a time, or as the
 * inspector of a replay. One file for both, since each needs all of the bots; the worker's name says which it is.
 */
import { expose } from 'comlink';
import { inspector } from './inspector.ts';
import { OpponentDesk } from './opponentDesk.ts';

expose(self.name === 'inspector' ? inspector : new OpponentDesk());
