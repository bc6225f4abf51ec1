import fc from 'fast-check';
import {
  changed,
  knownQuery,
  SEARCH_READS,
  searchOf,
} from '#src/plugins/pages/server/src/domain/search-link';
import { MOST_ADDRESSES, robots, sitemap } from '#src/plugins/pages/server/src/domain/sitemap';

describe('links of a search', () => {
  const query = fc
    .dictionary(
      fc.constantFrom(...SEARCH_READS),
      fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
    )
    .map((values) => new URLSearchParams(Object.entries(values)));

  it('lead to the same search again, in one spelling', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const link = searchOf(knownQuery(asked));
        expect(searchOf(knownQuery(new URLSearchParams(link.slice(1))))).toBe(link);
        const backwards = new URLSearchParams([...asked].reverse());
        expect(searchOf(knownQuery(backwards))).toBe(link);
      }),
    );
  });

  it('forget what is unknown or empty, and where one was when a filter changes', () => {
    const asked = knownQuery(new URLSearchParams('utm_source=x&q=%20&type=offer&cursor=abc'));
    expect(searchOf(asked)).toBe('?type=offer&cursor=abc');
    expect(searchOf(changed(asked, { type: undefined, category: 'b' }))).toBe('?category=b');
    expect(searchOf(new Map())).toBe('');
  });
});

describe('what search engines read', () => {
  it('names each page in each language', () => {
    const xml = sitemap('https://stadt.example', [{ de: '/betriebe/a&b', en: '/en/businesses/a&b' }]);
    expect(xml.match(/<loc>/g)).toHaveLength(2);
    expect(xml).toContain('<loc>https://stadt.example/betriebe/a&amp;b</loc>');
    expect(xml.match(/hreflang="en" href="https:\/\/stadt.example\/en\/businesses\/a&amp;b"/g)).toHaveLength(
      2,
    );
  });

  it('has no more addresses than a sitemap may', () => {
    const pages = Array.from({ length: MOST_ADDRESSES }, (_value, at) => ({ de: `/${at}`, en: `/en/${at}` }));
    expect(sitemap('https://stadt.example', pages).match(/<loc>/g)).toHaveLength(MOST_ADDRESSES);
  });

  it('are led to the sitemap', () => {
    expect(robots('https://stadt.example')).toContain('\nSitemap: https://stadt.example/sitemap.xml\n');
  });
});
