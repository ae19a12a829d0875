/** `node tools/supposed.mjs west-hunan 10 SEED`: how far enemies are supposed from where they are. */
import { withModule } from './module.mjs';

const [id = 'west-hunan', games = '6', seed = 'supposed'] = process.argv.slice(2);
await withModule('tools/supposed.ts', ({ measure }) => {
  process.stdout.write(`${measure(id, Number(games), seed).join('\n')}\n`);
});
