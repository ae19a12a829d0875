#!/usr/bin/env node
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, isStale, OUTPUT } from './build.js';

if (isStale()) {
  process.stderr.write('Building the command line (once after every change) ...\n');
  try {
    await build();
  } catch (error) {
    process.stderr.write(`The build failed: ${error.message}\nRun "npm ci" first, then "npm run build:cli".\n`);
    process.exit(2);
  }
}
const { main } = await import(pathToFileURL(join(OUTPUT, 'ridgeline.js')).href);
process.exitCode = await main(process.argv);
