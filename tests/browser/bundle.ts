/** Bundles a module of the tests into one script that puts its exports on a global, for a page without a server. */
import { build } from 'vite';

/** The text of the script; the exports of `entry` are at `globalThis[name]`. */
export async function bundleScript(entry: string, name: string): Promise<string> {
  const results = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, lib: { entry, formats: ['iife'], name }, target: 'es2022', minify: false },
  });
  const [result] = Array.isArray(results) ? results : [results];
  if (!result || !('output' in result)) throw new Error('the bundler gave no output');
  return result.output[0].code;
}
