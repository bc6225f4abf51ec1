import { unpackedChromium } from '../chromium.mjs';
import { must } from '../lib.mjs';
import { everyGet } from '../operations.mjs';

/** "Try it out" and "Execute" at /docs, in Chromium, for every GET. */
export async function check(city) {
  const { operations } = await everyGet(city);
  const browser = await unpackedChromium();
  try {
    const page = await browser.newPage();
    const foreign = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(city.url) && !/^(data|blob):/.test(request.url()))
        foreign.push(request.url());
    });
    await page.goto(`${city.url}/docs`, { waitUntil: 'networkidle' });
    const wrong = [];
    let executed = 0;
    // Links of mails, which nobody has but their readers.
    const asked = operations.filter(
      ({ operation }) => !['confirmEmail', 'showLink'].includes(operation.operationId),
    );
    for (const { path, operation, values, token } of asked) {
      const block = page.locator('.opblock-get', { has: page.locator(`[data-path="${path}"]`) });
      await block.locator('.opblock-summary-control').click();
      await block.locator('.try-out__btn').click();
      for (const [name, value] of Object.entries(values)) {
        const input = block.locator(`tr[data-param-name="${name}"] input`);
        if ((await input.count()) > 0) await input.first().fill(String(value));
      }
      await block.locator('.execute').click();
      const status = block.locator('.live-responses-table .response .response-col_status').first();
      await status.waitFor({ timeout: 20_000 });
      const shown = Number.parseInt(await status.innerText(), 10);
      executed += 1;
      // The page has no token of ours.
      const expected = token === null ? shown >= 200 && shown < 300 : shown === 401 || shown === 403;
      if (!expected) wrong.push(`${path}: ${shown} ${operation.operationId}`);
      await block.locator('.opblock-summary-control').click();
    }
    must(foreign.length === 0, `the page asks others: ${[...new Set(foreign)].join(', ')}`);
    must(wrong.length === 0, `${wrong.length} of ${executed} executions fail:\n${wrong.join('\n')}`);
    return `${executed} operations executed`;
  } finally {
    await browser.close();
  }
}
