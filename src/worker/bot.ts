/**
 * The staffs, off the page's thread: as an opponent, handed views only and answering with one action at a time, as the
 * inspector of a replay, or at both ends of the laboratory's games. One file for all, since each needs all of the bots; the
 * worker's name says which it is.
 */
import { expose } from 'comlink';
import { inspector } from './inspector.ts';
import { laboratory } from './laboratory.ts';
import { OpponentDesk } from './opponentDesk.ts';

if (self.name === 'inspector') expose(inspector);
else if (self.name === 'laboratory') expose(laboratory);
else expose(new OpponentDesk());
