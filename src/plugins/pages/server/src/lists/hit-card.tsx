import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import { listingTypes } from '#src/listing/listing-types';
import { listingsPath } from '#src/listing/listing-url';
import type { HitShown } from '#src/plugins/directory/server/src/contract';
import type { Reader } from '../listing/glance';
import { OpenState } from '../listing/hours';
import { Picture } from '../listing/picture';
import { addressLines } from '../listing/contact';
import { many, number, one, text, type Entry } from '../listing/read-facts';
import { dayOf, moneyOf, periodOf, wordOf } from '../listing/words-of-facts';

/** The path of a hit's page. */
function pathOf(facts: Entry, { strapi, language }: Reader): string {
  const [type, slug, url] = ['type', 'slug', 'url'].map((name) => text(facts, name) ?? '');
  const known = [...listingTypes(strapi).directory.values()].find((one) => one.type === type);
  const pages = known && listingsPath(known, language);
  return pages ? `${pages}/${slug ?? ''}` : (url ?? '');
}

/** What a hit is, in a line above its name. */
function kindOf(facts: Entry, language: Reader['language']): string {
  const { types } = CATALOGUES[language].cityPages;
  const categories = many(facts, 'categories').flatMap((category) => text(category, 'name') ?? []);
  const type = text(facts, 'type') ?? '';
  const kind = text(facts, 'kind');
  if (type === 'business') return categories.join(', ');
  return [types[type]?.one ?? type, kind && wordOf(kind, language)].filter(Boolean).join(': ');
}

/** What of the facts of a hit is a line: where, when, for how much. */
function linesOf(facts: Entry, { language, timeZone, strapi }: Reader): string[] {
  const words = CATALOGUES[language].cityPages;
  const [street] = addressLines(one(facts, 'address'));
  const published = text(facts, 'publishedOn');
  const distance = number(facts, 'distance');
  const type = [...listingTypes(strapi).directory.values()].find((one) => one.type === facts.type);
  const business = type?.business && text(one(facts, type.business), 'name');
  return [
    business,
    [street, text(one(facts, 'district'), 'name')].filter(Boolean).join(', '),
    moneyOf(facts, 'price', language) ?? moneyOf(facts, 'goal', language),
    periodOf(facts, ['validFrom', 'validThrough'], timeZone, language) ??
      periodOf(facts, ['startsAt', 'endsAt'], timeZone, language),
    published && dayOf(published, timeZone, language),
    distance === undefined ? undefined : words.search.distance(distance),
  ].filter((line): line is string => Boolean(line));
}

interface HitsProps {
  readonly reader: Reader;
  /** Below `h1` or below `h2`. */
  readonly heading?: 'h2' | 'h3';
  /** Whether a map beside it shows the same, and finds them by their names. */
  readonly isBesideMap?: boolean;
}

type HitProps = Required<HitsProps> & { readonly hit: HitShown };

/** A hit in a list: one link, and what helps to choose. */
function HitCard({ hit, reader, heading: Heading, isBesideMap }: HitProps): ReactNode {
  const { facts, state } = hit;
  const { language } = reader;
  const name = text(facts, 'name') ?? '';
  const image = one(facts, 'image') ?? one(facts, 'logo');
  const said = text(facts, 'summary') ?? text(facts, 'teaser') ?? text(facts, 'excerpt');
  const kind = kindOf(facts, language);
  return (
    <li className="hit" data-place={isBesideMap ? `${String(facts.type)}/${String(facts.slug)}` : undefined}>
      {image && <Picture picture={image} {...{ name, language }} sizes="6rem" isDecoration />}
      <div>
        {kind && <p className="kind">{kind}</p>}
        <Heading>
          <a href={pathOf(facts, reader)}>{name}</a>
        </Heading>
        {state !== null && (
          <p>
            <OpenState openNow={facts.openNow as boolean | null} text={state} />
          </p>
        )}
        {said && <p className="excerpt">{said}</p>}
        {linesOf(facts, reader).map((line, at) => (
          <p key={at} className="line">
            {line}
          </p>
        ))}
      </div>
    </li>
  );
}

/** Hits, below each other. */
export const Hits = ({
  hits,
  reader,
  heading = 'h3',
  isBesideMap = false,
}: HitsProps & { hits: readonly HitShown[] }): ReactNode => (
  <ul className="hits">
    {hits.map((hit) => (
      <HitCard
        key={`${String(hit.facts.type)} ${String(hit.facts.documentId)}`}
        {...{ hit, reader, heading, isBesideMap }}
      />
    ))}
  </ul>
);
