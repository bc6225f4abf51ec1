import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { STANDARDS } from '../../scripts/lib/measure-pages';

/** What axe finds inside the elements, one line each. There are no exceptions: Strapi's own elements count, too. */
export async function axeFindings(page: Page, within: string): Promise<string[]> {
  // Evaluated by the debugger, since no policy of ours allows foreign scripts.
  await page.evaluate(`${axe.source}; undefined`);
  const { violations, passes } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify({ include: [[within]] })}, ${JSON.stringify({ runOnly: STANDARDS })})`,
  );
  // Otherwise there was nothing to check.
  expect(passes.length).toBeGreaterThan(0);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id} (${help}): ${target.join(' ')} ${html.slice(0, 300)}`),
  );
}
