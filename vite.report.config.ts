/** The stand-alone report: one script and one style, which the command line puts into the page that it writes. */
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';

const ROOT = import.meta.dirname;
/** The messages that a report says; the rest of the page's words would make each report four times as large. */
export const SAID = /^(report|common|names|setUp\.levels)\./;

/** Leaves out of the languages what no report says. */
function reportMessages(): Plugin {
  return {
    name: 'report-messages',
    enforce: 'pre',
    transform(code, id) {
      if (!/src\/ui\/locales\/[\w-]+\/\w+\.json$/.test(id)) return undefined;
      const said = Object.entries<string>(JSON.parse(code)).filter(([key]) => SAID.test(key));
      return JSON.stringify(Object.fromEntries(said));
    },
  };
}

export default defineConfig({
  publicDir: false,
  plugins: [preact(), reportMessages()],
  build: {
    outDir: 'dist-cli/report',
    target: 'es2022',
    cssCodeSplit: false,
    lib: {
      entry: join(ROOT, 'src/ui/report/page.tsx'),
      formats: ['iife'],
      name: 'ridgelineReport',
      fileName: () => 'report.js',
      cssFileName: 'report',
    },
  },
});
