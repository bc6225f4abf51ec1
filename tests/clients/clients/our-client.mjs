import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { unpackedChromium } from '../chromium.mjs';
import { HERE, ROOT, inFolder, must, node22, run } from '../lib.mjs';

const SOURCES = join(ROOT, 'packages', 'client', 'src', 'index.ts');

const USE = (from, url) => `import { createClient, verifyWebhook } from ${JSON.stringify(from)};
const city = createClient({ url: ${JSON.stringify(url)}, locale: 'de' });
const { meta } = await city.directory.search({ type: ['business'], near: { latitude: 51.5, longitude: 7.46 } });
const { data } = await city.list('businesses', { filters: { name: { $notNull: true } }, pagination: { pageSize: 2 } });
const { businesses } = await city.query('{ businesses(pagination: { pageSize: 3 }) { name } }');
const refusal = await verifyWebhook('{}', { 'webhook-id': 'a', 'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
  'webhook-signature': 'v1,AAAA' }, 'whsec_AAAA').catch((error) => error.code);
const missing = await city.get('businesses', 'nothing').catch((error) => error.code);
const said = [meta.pagination.total > 100, data.length, businesses.length, refusal, missing].join(' ');
`;
const EXPECTED = 'true 2 3 signature-wrong not-found';

async function bundled(folder, url) {
  const { build } = createRequire(join(ROOT, 'package.json'))('esbuild');
  const contents = `${USE(SOURCES, url)}document.title = said;`;
  const outfile = join(folder, 'page.js');
  await build({
    stdin: { contents, resolveDir: folder },
    ...{ bundle: true, format: 'esm', platform: 'browser', target: 'es2022', outfile },
  });
  return readFileSync(outfile, 'utf8');
}

/** A page of another origin than the city. */
async function inBrowser(folder, url) {
  const script = await bundled(folder, url);
  const site = createServer((request, answer) => {
    const isScript = request.url === '/page.js';
    answer.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
    answer.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>');
  });
  await new Promise((resolve) => site.listen(0, '127.0.0.1', resolve));
  const browser = await unpackedChromium();
  try {
    const page = await browser.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`http://127.0.0.1:${site.address().port}/`);
    await page
      .waitForFunction(() => globalThis.document.title !== '', undefined, { timeout: 20_000 })
      .catch((error) => errors.push(String(error)));
    must(errors.length === 0, `in Chromium: ${errors.join('\n')}`);
    return await page.title();
  } finally {
    await browser.close();
    site.close();
  }
}

async function inDeno(folder, url) {
  const deno = join(HERE, 'node_modules', '.bin', 'deno');
  must(existsSync(deno), 'there is no deno');
  const file = join(folder, 'use.ts');
  writeFileSync(file, `${USE(SOURCES, url)}console.log(said);`);
  const options = {
    cwd: folder,
    env: { ...process.env, DENO_DIR: join(folder, '.deno'), DENO_NO_UPDATE_CHECK: '1' },
  };
  return (
    await run(deno, ['run', '--no-config', '--no-remote', `--allow-net=${new URL(url).host}`, file], options)
  ).trim();
}

async function inNode22(folder, url) {
  const file = join(folder, 'use.mts');
  writeFileSync(file, `${USE(SOURCES, url)}console.log(said);`);
  return (await run(node22(), ['--experimental-strip-types', '--no-warnings', file])).trim();
}

/** packages/client from its sources: in Chromium on another origin, in Deno, and in Node 22 without a compiler. */
export const check = (city) =>
  inFolder(async (folder) => {
    for (const place of [inBrowser, inDeno, inNode22]) {
      const said = await place(folder, city.url);
      must(said === EXPECTED, `${place.name}: ${said}`);
    }
    return 'Chromium, Deno, Node 22';
  });
