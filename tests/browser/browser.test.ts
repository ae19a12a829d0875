import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findChromium, launchChromium, serveFolder } from './browser.ts';

test('RIDGELINE_CHROMIUM goes before the usual places, and a wrong path is named', () => {
  expect(findChromium(['/nowhere'], { RIDGELINE_CHROMIUM: process.execPath })).toBe(process.execPath);
  expect(findChromium(['/nowhere'], {})).toBeNull();
  expect(() => findChromium([process.execPath], { RIDGELINE_CHROMIUM: '/no/such/chrome' })).toThrow('/no/such/chrome');
});

test('a page of a served folder opens in Chromium, below a prefix too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ridgeline-site-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Ridge</title><script src="a.js"></script>');
  writeFileSync(join(folder, 'a.js'), 'document.title += " line"');
  const site = await serveFolder(folder, '/some/where');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`${site.url}/`);
    expect(await page.title()).toBe('Ridge line');
    expect((await fetch(`${site.url}/../../etc/passwd`)).status).toBe(404);
  } finally {
    await browser.close();
    await site.close();
  }
});
