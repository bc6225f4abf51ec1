import type { Core } from '@strapi/strapi';
import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { listingTypes } from '#src/listing/listing-types';
import { listingsPath } from '#src/listing/listing-url';
import { pageAddress } from '#src/platform/pages/pages';
import type { ListingShown } from '#src/plugins/directory/server/src/contract';
import type { Line } from './contact';
import { many, one, text, type Entry } from './read-facts';
import { dayOf, wordOf } from './words-of-facts';

/** What a listing's page is made for. */
export interface Reader {
  readonly strapi: Core.Strapi;
  readonly language: Language;
  readonly timeZone: string;
  /** The language of the listing's own texts, if it is another than the reader's. */
  readonly textLanguage?: Language | undefined;
}

const searchLink = ({ strapi, language }: Reader, name: string, slug: string): string =>
  `${pageAddress(strapi, 'search', language)}?${name}=${encodeURIComponent(slug)}`;

const Linked = ({ to, children }: { to: string | undefined; children: ReactNode }): ReactNode =>
  to === undefined ? children : <a href={to}>{children}</a>;

const Terms = ({
  terms,
  linkTo,
}: {
  terms: readonly Entry[];
  linkTo: (slug: string) => string;
}): ReactNode => (
  <ul className="inline">
    {terms.map((term) => {
      const slug = text(term, 'slug');
      return (
        <li key={slug}>
          <Linked to={slug && linkTo(slug)}>{text(term, 'name')}</Linked>
        </li>
      );
    })}
  </ul>
);

/** Whose an offer or a campaign is: the first that one asks of it. */
export function OfBusiness({ shown, reader }: { shown: ListingShown; reader: Reader }): ReactNode {
  const { uid, facts } = shown;
  const { strapi, language } = reader;
  const { all, business } = listingTypes(strapi);
  const named = one(facts, all.get(uid)?.business ?? '');
  const [name, slug] = [text(named, 'name'), text(named, 'slug')];
  if (name === undefined || !business) return null;
  const pages = listingsPath(business, language);
  const to = pages && slug ? `${pages}/${slug}` : undefined;
  return (
    <p className="of">
      {CATALOGUES[language].cityPages.listing.by}{' '}
      <Linked to={to}>
        <bdi>{name}</bdi>
      </Linked>
    </p>
  );
}

/** The facts of a listing besides how one reaches it, each with its label. */
export function glanceLines(shown: ListingShown, reader: Reader): Line[] {
  const { language, timeZone } = reader;
  const { facts } = shown;
  const words = CATALOGUES[language].cityPages.listing;
  const line = (label: string, value: ReactNode): Line[] =>
    value === undefined || value === '' ? [] : [{ label, value }];
  const names = (rows: readonly Entry[], name: string): string =>
    rows.flatMap((row) => text(row, name) ?? []).join(', ');
  const [published, asOf] = ['publishedOn', 'asOf'].map((name) => text(facts, name));
  const [categories = [], topics = []] = ['categories', 'topics'].map((name) => many(facts, name));
  const district = one(facts, 'district');
  return [
    ...line(words.servedDistricts, names(many(facts, 'servedDistricts'), 'name')),
    ...line(words.deliveryArea, text(facts, 'deliveryArea')),
    ...line(words.organisation, text(one(facts, 'organisation'), 'name')),
    ...line(
      words.audiences,
      many(facts, 'audiences')
        .flatMap((row) => text(row, 'audience') ?? [])
        .map((audience) => wordOf(audience, language))
        .join(', '),
    ),
    ...line(topics.length === 1 ? words.topic : words.topics, names(topics, 'name')),
    ...line(words.published, published && dayOf(published, timeZone, language)),
    // Said only where it is news.
    ...line(words.asOf, asOf && asOf !== published && dayOf(asOf, timeZone, language)),
    ...line(words.author, text(facts, 'author')),
    ...(categories.length > 0
      ? [
          {
            label: categories.length === 1 ? words.category : words.categories,
            value: <Terms terms={categories} linkTo={(slug) => searchLink(reader, 'category', slug)} />,
          },
        ]
      : []),
    ...(district
      ? [
          {
            label: words.district,
            value: <Terms terms={[district]} linkTo={(slug) => searchLink(reader, 'district', slug)} />,
          },
        ]
      : []),
  ];
}
