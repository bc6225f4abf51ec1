import type { ReactNode } from 'react';
import { cityTimeZone, knownCity } from '#src/city/known-city';
import type { GeoPoint } from '#src/domain/geo';
import { CATALOGUES } from '#src/languages/index';
import { listingTypes } from '#src/listing/listing-types';
import { listingsPath } from '#src/listing/listing-url';
import type { Page } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { searchShown, sortOfList, type SearchShown } from '#src/plugins/directory/server/src/contract';
import { cityWords } from '../city';
import { Hits } from '../lists/hit-card';
import { titleOf } from '../lists/list-page';
import type { Reader } from '../listing/glance';
import { text } from '../listing/read-facts';
import { organisations } from '../organisations';
import { SearchForm } from '../search/search-form';
import { typesInOrder } from '../types-in-order';
import { Ways } from './ways';

// Rows of three on a desk: what is open, and a glimpse of everything else.
const OPEN = 9;
const SOME = 3;
const WAYS_IN = 4;

interface Shelf {
  readonly title: string;
  readonly found: SearchShown;
  readonly all?: { readonly label: string; readonly url: string } | undefined;
  /** What is said where there is nothing; without it, the shelf is left out. */
  readonly nothing?: string;
}

function ShelfOf({ shelf, reader }: { shelf: Shelf; reader: Reader }): ReactNode {
  const { title, found, all, nothing } = shelf;
  if (found.hits.length === 0 && nothing === undefined) return null;
  return (
    <section className="section wide">
      <h2>{title}</h2>
      {found.hits.length === 0 ? <p>{nothing}</p> : <Hits hits={found.hits} reader={reader} />}
      {all && (
        <p className="all">
          <a href={all.url}>{all.label}</a>
        </p>
      )}
    </section>
  );
}

const nearCentre = (centre: GeoPoint | undefined): Record<string, string> =>
  centre ? { near: `${centre.latitude},${centre.longitude}` } : {};

async function shelvesOf(reader: Reader, now: Date): Promise<Shelf[]> {
  const { strapi, language } = reader;
  const words = CATALOGUES[language].cityPages;
  const { city } = await knownCity(strapi);
  const { business } = listingTypes(strapi);
  const ask = (parameters: Record<string, string>) =>
    searchShown(strapi, new URLSearchParams(parameters), language, now);
  const near = { ...(business ? { type: business.type } : {}), ...nearCentre(city?.centre) };
  const open = await ask({ ...near, openAt: 'now', pageSize: String(OPEN) });
  const search = pageAddress(strapi, 'search', language);
  const shelves: Shelf[] = [
    {
      title: city ? words.start.openNear : words.start.open,
      found: open,
      all: { label: words.start.allOpen, url: `${search}?openAt=now` },
      nothing: words.start.nothingOpen,
    },
  ];
  // At night the page is not empty.
  if (business && open.hits.length < OPEN)
    shelves.push({
      title: words.types[business.type]?.title ?? business.collection,
      found: await ask({ ...near, pageSize: String(OPEN) }),
    });
  const others = typesInOrder(strapi).filter(({ isBusiness }) => !isBusiness);
  for (const type of others) {
    const title = titleOf(type, language);
    shelves.push({
      title,
      found: await ask({ type: type.type, sort: sortOfList(type), pageSize: String(SOME) }),
      all: { label: words.types[type.type]?.all ?? title, url: listingsPath(type, language) ?? search },
    });
  }
  return shelves;
}

type WayIn = NonNullable<SearchShown['meta']['facets'][string]>[number];

/** The categories that most businesses are in. */
async function waysIn({ strapi, language }: Reader, now: Date): Promise<readonly WayIn[]> {
  const { business } = listingTypes(strapi);
  const asked = { ...(business ? { type: business.type } : {}), facets: 'category', pageSize: '1' };
  const { meta } = await searchShown(strapi, new URLSearchParams(asked), language, now);
  return (meta.facets['category'] ?? []).slice(0, WAYS_IN);
}

const earliest = (shelves: readonly Shelf[]): Date | null => {
  const moments = shelves.flatMap(({ found }) => found.expiresAt?.getTime() ?? []);
  return moments.length > 0 ? new Date(Math.min(...moments)) : null;
};

/** The search, and links to what is asked for most. */
function Hero({ reader, categories }: { reader: Reader; categories: readonly WayIn[] }): ReactNode {
  const { strapi, language } = reader;
  const words = CATALOGUES[language].cityPages;
  const search = pageAddress(strapi, 'search', language);
  const { business } = listingTypes(strapi);
  const all = business && listingsPath(business, language);
  return (
    <>
      <SearchForm language={language} action={search} />
      <nav className="chips" aria-label={words.start.quick}>
        <ul>
          {categories.map(({ value, name }) => (
            <li key={value}>
              <a href={`${search}?category=${encodeURIComponent(value)}`}>{name}</a>
            </li>
          ))}
          {all && (
            <li>
              <a href={all}>{words.start.businesses}</a>
            </li>
          )}
          <li>
            <a href={pageAddress(strapi, 'map', language)}>{words.map.onMap}</a>
          </li>
        </ul>
      </nav>
    </>
  );
}

/** What there is now: open near the centre, a search, and the newest of everything. */
export const startPage: Page = {
  name: 'start',
  paths: { de: '/', en: '/en' },
  reach: 'public',
  async show({ strapi, language }) {
    const words = CATALOGUES[language].pages.start;
    const { name, claim } = await cityWords(strapi, language);
    const lead = claim ?? words.lead;
    const reader: Reader = { strapi, language, timeZone: await cityTimeZone(strapi) };
    const now = new Date();
    const [shelves, categories] = await Promise.all([shelvesOf(reader, now), waysIn(reader, now)]);
    const partners = (await organisations(strapi, language)).filter(({ partner }) => partner === true);
    return {
      title: name === undefined ? words.titleWithoutCity : words.title.replace('{city}', () => name),
      lead,
      description: lead,
      expiresAt: earliest(shelves),
      hero: <Hero reader={reader} categories={categories} />,
      body: (
        <>
          {shelves.map((shelf) => (
            <ShelfOf key={shelf.title} shelf={shelf} reader={reader} />
          ))}
          {partners.length > 0 && (
            <section className="section wide">
              <h2>{CATALOGUES[language].cityPages.start.partners}</h2>
              <ul className="names">
                {partners.map((partner) => (
                  <li key={String(partner.documentId)}>{text(partner, 'name')}</li>
                ))}
              </ul>
              <p className="all">
                <a href={pageAddress(strapi, 'about-us', language)}>
                  {CATALOGUES[language].cityPages.us.link}
                </a>
              </p>
            </section>
          )}
          <section className="section wide">
            <h2>{CATALOGUES[language].cityPages.us.taking}</h2>
            <Ways strapi={strapi} language={language} />
          </section>
        </>
      ),
    };
  },
};
