import { defineConfig } from 'vite';

/** The command line for Node: our own sources bundled, packages left to node_modules. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist-cli',
    sourcemap: true,
    rollupOptions: {
      input: { ridgeline: 'src/cli/main.ts', worker: 'src/cli/worker.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
