/** What is archived of an engine whose rules have changed since (tools/archiveEngine.mjs): it runs records and nothing else. */
import { expose } from 'comlink';
import { projectionist } from './projectionist.ts';

expose(projectionist);
