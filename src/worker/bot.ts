/**
 * The page's workers that know the rules: an opponent, handed views only and answering with one action at a time; the
 * inspector of a replay; who runs a record again; both ends of the laboratory's games. One file for all, since each would
 * bring the rules along once more; the worker's name says which it is.
 */
import { expose } from 'comlink';
import { inspector } from './inspector.ts';
import { laboratory } from './laboratory.ts';
import { OpponentDesk } from './opponentDesk.ts';
import { projectionist } from './projectionist.ts';

if (self.name === 'inspector') expose(inspector);
else if (self.name === 'laboratory') expose(laboratory);
else if (self.name === 'replay') expose(projectionist);
else expose(new OpponentDesk());
