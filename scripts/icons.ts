import { readFileSync, writeFileSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import { browser, quietArgs } from './chromium.ts';

/** The toolbar's and the lists' sizes fill their square; the stores want air around theirs. */
const SIZES: [file: string, size: number, air: number][] = [
  ...[16, 32, 48, 96].map((size): [string, number, number] => [`public/icons/${size}.png`, size, 0]),
  ['public/icons/128.png', 128, 1],
  ['store/icon-300.png', 300, 1],
];

/** Draws every icon from store/icon.svg. */
export default async function main(): Promise<void> {
  const mark = readFileSync('store/icon.svg', 'utf8');
  const chromium = await launch({ executablePath: await browser(), pipe: true, args: quietArgs });
  try {
    const page = await chromium.newPage();
    for (const [file, size, air] of SIZES) {
      const drawn = mark.replace('0 0 16 16', `${-air} ${-air} ${16 + 2 * air} ${16 + 2 * air}`);
      await page.setViewport({ width: size, height: size });
      await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${drawn}`);
      writeFileSync(file, await page.screenshot({ omitBackground: true }));
      console.error(`✓ ${file}`);
    }
  } finally {
    await chromium.close();
  }
}
