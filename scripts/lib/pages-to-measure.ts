import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type * as Pages from '#src/platform/pages/pages';
import { LANGUAGES, type Language } from '../../src/languages/language';
import { STRAPI_DIRECTORIES } from './project';
import type { PageToMeasure } from './measure-pages';

/** The compiled module, which shares its state with the running Strapi. */
function compiledPages(): typeof Pages {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
  return require(join(STRAPI_DIRECTORIES.distDir, 'src', 'platform', 'pages', 'pages.js')) as typeof Pages;
}

// Pages with a query, and one that is not there.
const MORE: readonly PageToMeasure[] = [
  { name: 'search-results', paths: { de: '/suche?q=markt', en: '/en/search?q=markt' } },
  { name: 'search-refused', paths: { de: '/suche?type=raumschiff', en: '/en/search?type=raumschiff' } },
  { name: 'report-illegal', paths: { de: '/melden?kind=illegal', en: '/en/report?kind=illegal' } },
  { name: 'not-found', paths: { de: '/gibt-es-nicht', en: '/en/nothing' } },
];

const inEach = (of: (language: Language) => string): PageToMeasure['paths'] =>
  Object.fromEntries(LANGUAGES.map((language) => [language, of(language)])) as PageToMeasure['paths'];

/** The first address in the sitemap that a page with a parameter has. */
function sampleOf(path: string, addresses: readonly string[]): string | undefined {
  const begin = path.slice(0, path.indexOf(':'));
  return addresses.find((address) => address.startsWith(begin) && !address.slice(begin.length).includes('/'));
}

/**
 * Every kind of page of an installation, with a sample of those that are about something. Pages that lead on, and further addresses of one page, are left out.
 * @param origin where it listens
 */
export async function pagesToMeasure(strapi: Core.Strapi, origin: string): Promise<PageToMeasure[]> {
  const sitemap = await (await fetch(`${origin}/sitemap.xml`)).text();
  const addresses = [...sitemap.matchAll(/<loc>([^<]*)</g)].map(
    ([, address = '']) => new URL(address).pathname,
  );
  const sample = (path: string): string =>
    path.includes(':') ? (sampleOf(path, addresses) ?? path.replace(/:\w+/g, 'nothing')) : path;
  const all = compiledPages()
    .everyPage(strapi)
    .filter(({ name }) => name !== 'report-barrier' && !name.startsWith('my-business-'))
    .map(({ name, paths }) => ({ name, paths: inEach((language) => sample(paths[language])) }));
  return [...all, ...MORE];
}
