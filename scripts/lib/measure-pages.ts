import axe, { type AxeResults, type Result } from 'axe-core';
import axeInGerman from 'axe-core/locales/de.json';
import type { Browser } from 'playwright-core';
import type { MeasuredFinding, Measurement } from '../../src/plugins/pages/server/src/law/domain/measurement';
import { LANGUAGES, type Language } from '../../src/languages/language';

/** The WCAG 2.2 success criteria that axe can check; its "best practices" are opinions of its authors. */
export const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// A phone and a desk.
const WIDTHS = [390, 1280];
const HEIGHT = 900;

/** A kind of page, with an address in each language. */
export interface PageToMeasure {
  readonly name: string;
  readonly paths: Readonly<Record<Language, string>>;
}

const GERMAN = axeInGerman.rules as Readonly<Partial<Record<string, { readonly help: string }>>>;

type Kind = 'violations' | 'incomplete' | 'passes';

/** What was found on which pages, by rule. */
class Findings {
  private readonly byRule = new Map<string, { help: string; pages: Set<string> }>();

  add({ id, help }: Result, page: string): void {
    const found = this.byRule.get(id) ?? { help, pages: new Set<string>() };
    found.pages.add(page);
    this.byRule.set(id, found);
  }

  get rules(): string[] {
    return [...this.byRule.keys()];
  }

  get all(): MeasuredFinding[] {
    return [...this.byRule]
      .map(([rule, { help, pages }]) => ({
        rule,
        help: { de: GERMAN[rule]?.help ?? help, en: help },
        pages: [...pages].sort(),
      }))
      .sort((one, other) => (one.rule < other.rule ? -1 : 1));
  }
}

/**
 * Checks pages with axe-core in each language and width.
 * @param origin scheme and host of the server
 * @param onPage called after each kind of page
 */
export async function measurePages(
  browser: Pick<Browser, 'newContext'>,
  origin: string,
  pages: readonly PageToMeasure[],
  about: Pick<Measurement, 'version' | 'measuredOn'>,
  onPage: (name: string) => void = () => undefined,
): Promise<Measurement> {
  const found: Readonly<Record<Kind, Findings>> = {
    violations: new Findings(),
    incomplete: new Findings(),
    passes: new Findings(),
  };
  const context = await browser.newContext({ baseURL: origin, reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const { name, paths } of pages) {
    for (const language of LANGUAGES)
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        await page.goto(paths[language]);
        // Evaluated by the debugger, since no policy of ours allows foreign scripts.
        await page.evaluate(`${axe.source}; undefined`);
        const results = await page.evaluate<AxeResults>(
          `axe.run(document, ${JSON.stringify({ runOnly: STANDARDS })})`,
        );
        for (const kind of Object.keys(found) as Kind[])
          for (const result of results[kind]) found[kind].add(result, name);
      }
    onPage(name);
  }
  await context.close();
  const { violations, incomplete, passes } = found;
  return {
    ...about,
    engine: `axe-core ${axe.version}`,
    standards: STANDARDS,
    widths: WIDTHS,
    pages: pages.map(({ name, paths }) => ({ name, paths: { ...paths } })),
    views: pages.length * LANGUAGES.length * WIDTHS.length,
    rules: new Set([...violations.rules, ...incomplete.rules, ...passes.rules]).size,
    violations: violations.all,
    incomplete: incomplete.all,
  };
}
