import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { readCommandLine } from '../../scripts/lib/command-line';
import { PROJECT_ROOT } from '../../scripts/lib/project';
import { runScript } from '../../scripts/lib/run-script';
import { launchChromium, unpackChromium } from './chromium';
import { myBusinessSteps } from './my-business-pictures';

const { positionals } = readCommandLine({
  help: `
Usage: npm run gallery [-- ADDRESS]

Takes the pictures of docs/gallery.md, docs/mein-betrieb-de.md and the one with which README.md begins, of a city that is
running: start "npm run demo" first. Both languages, as a phone and a desk show them, light; the start also in the dark.

  ADDRESS      of the running city (default: http://localhost:1337)
  -h, --help   this text
`,
  allowPositionals: true,
});

const DOCS = join(PROJECT_ROOT, 'docs');
const FOLDER = join(DOCS, 'images', 'gallery');

const WINDOWS = {
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 900 },
} as const;
type Window = keyof typeof WINDOWS;

// Longer pages end in more of the same.
const MOST_SCREENS = 2;

interface Shown {
  readonly name: string;
  readonly title: string;
  readonly paths: Readonly<Record<'de' | 'en', string>>;
}

/** The first page of a kind that a list of the city leads to. */
async function firstBelow(address: string, list: string): Promise<string> {
  const html = await (await fetch(`${address}${list}`)).text();
  const found = new RegExp(`<li class="hit">.*?href="(${list}/[^"]+)"`, 's').exec(html)?.[1];
  if (found === undefined) throw new Error(`${address}${list} lists nothing.`);
  return found;
}

/** Every kind of page, each by one of the demo city. */
async function pagesOf(address: string): Promise<Shown[]> {
  const listing = async (name: string, title: string, de: string, en: string): Promise<Shown> => ({
    name,
    title,
    paths: { de: await firstBelow(address, de), en: await firstBelow(address, en) },
  });
  const bakery = 'musterbaeckerei-sonnenkorn-fiktiv';
  return [
    { name: 'start', title: 'The start', paths: { de: '/', en: '/en' } },
    { name: 'search', title: 'The search', paths: { de: '/suche?q=brot', en: '/en/search?q=bread' } },
    { name: 'businesses', title: 'Businesses', paths: { de: '/betriebe', en: '/en/businesses' } },
    {
      name: 'business',
      title: 'A business',
      paths: { de: `/betriebe/${bakery}`, en: `/en/businesses/${bakery}` },
    },
    await listing('campaign', 'A campaign', '/kampagnen', '/en/campaigns'),
    await listing('offer', 'An offer', '/angebote', '/en/offers'),
    await listing('advice', 'Advice', '/beratung', '/en/advice'),
    await listing('press', 'A notice', '/presse', '/en/press'),
    { name: 'about-us', title: 'Who is behind it', paths: { de: '/wir', en: '/en/about-us' } },
  ];
}

/** The page as a window shows it, down to some screens. */
async function picture(page: Page, url: string, window: Window): Promise<Buffer> {
  await page.goto(url);
  await page.evaluate("document.querySelectorAll('img').forEach((image) => (image.loading = 'eager'))");
  await page.waitForLoadState('networkidle');
  const { width, height } = WINDOWS[window];
  const whole = await page.evaluate<number>('document.documentElement.scrollHeight');
  return page.screenshot({
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(whole, height * MOST_SCREENS) },
  });
}

const asWebp = (png: Buffer, width: number): Promise<Buffer> =>
  sharp(png).resize({ width, withoutEnlargement: true }).webp({ quality: 70, effort: 6 }).toBuffer();

/** The first screens of a desk and a phone beside each other. */
async function cover(desk: Buffer, phone: Buffer): Promise<Buffer> {
  const [height, gap, background] = [840, 40, '#dfe5ec'];
  const screen = (png: Buffer, { width, height: high }: { width: number; height: number }) =>
    sharp(png)
      .extract({ left: 0, top: 0, width, height: high })
      .resize({ height: height - 2 * gap });
  const [left, right] = await Promise.all([
    screen(desk, WINDOWS.desk).toBuffer({ resolveWithObject: true }),
    screen(phone, WINDOWS.phone).toBuffer({ resolveWithObject: true }),
  ]);
  return sharp({
    create: { width: left.info.width + right.info.width + 3 * gap, height, channels: 3, background },
  })
    .composite([
      { input: left.data, left: gap, top: gap },
      { input: right.data, left: left.info.width + 2 * gap, top: gap },
    ])
    .webp({ quality: 78, effort: 6 })
    .toBuffer();
}

/** What a business sees on its phone. */
async function writeMyBusiness(browser: Browser, address: string): Promise<void> {
  const folder = join(DOCS, 'images', 'mein-betrieb');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const page = await browser.newPage({ viewport: WINDOWS.phone, locale: 'de-DE' });
  for (const { name, reach } of myBusinessSteps(address)) {
    await reach(page);
    writeFileSync(join(folder, `${name}.webp`), await asWebp(await page.screenshot(), WINDOWS.phone.width));
  }
  await page.close();
}

const SHOWN_WIDTH = { phone: 280, desk: 640 } as const;

runScript(async (closing) => {
  const address = new URL(positionals[0] ?? 'http://localhost:1337').origin;
  const pages = await pagesOf(address);
  await unpackChromium();
  const browser = await launchChromium();
  closing.add(() => browser.close());
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const firstScreens = new Map<Window, Buffer>();
  for (const window of ['desk', 'phone'] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: WINDOWS[window], colorScheme });
      for (const { name, paths } of colorScheme === 'light' ? pages : pages.slice(0, 1))
        for (const language of ['de', 'en'] as const) {
          const png = await picture(page, `${address}${paths[language]}`, window);
          if (
            colorScheme === 'light' &&
            language === 'de' &&
            name === (window === 'desk' ? 'start' : 'business')
          )
            firstScreens.set(window, png);
          const file = [name, ...(colorScheme === 'dark' ? ['dark'] : []), language, window].join('.');
          writeFileSync(join(FOLDER, `${file}.webp`), await asWebp(png, SHOWN_WIDTH[window]));
        }
      await page.close();
    }
  await writeMyBusiness(browser, address);
  const [desk, phone] = [firstScreens.get('desk'), firstScreens.get('phone')];
  if (desk && phone) writeFileSync(join(DOCS, 'images', 'city.webp'), await cover(desk, phone));
  const shown = (file: string, title: string) =>
    (['desk', 'phone'] as const)
      .map((window) => `![${title}, ${window}](images/gallery/${file}.${window}.webp)`)
      .join(' ');
  const sections = pages.map(
    ({ name, title }) =>
      `## ${title}\n\n${shown(`${name}.de`, `${title}, in German`)}\n\n${shown(`${name}.en`, `${title}, in English`)}\n`,
  );
  const dark = `## The start in the dark\n\n${shown('start.dark.de', 'The start in the dark')}\n`;
  writeFileSync(
    join(DOCS, 'gallery.md'),
    `# What a city's pages look like\n\nTaken by \`npm run gallery\` of the demo city, the upper part of each page.\n\n${[...sections, dark].join('\n')}`,
  );
  console.log('Written: docs/gallery.md, docs/images/');
});
