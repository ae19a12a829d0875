/** Tests of the page read its words in English. */
import { expect } from 'vitest';

if (expect.getState().testPath?.includes('/tests/ui/')) {
  const { speak } = await import('../src/ui/text/intl.ts');
  await speak('en');
}
