import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import { listingTypes } from '#src/listing/listing-types';
import { listingsPath } from '#src/listing/listing-url';
import type { HitShown } from '#src/plugins/directory/server/src/contract';
import { addressLines, writtenNumber } from '../listing/contact';
import type { Reader } from '../listing/glance';
import { OpenState } from '../listing/hours';
import { kindOf } from '../listing/kind-of';
import { Mark } from '../listing/mark';
import { many, number, one, text, type Entry } from '../listing/read-facts';
import { dayOf, moneyOf, periodOf, priceOf } from '../listing/words-of-facts';

const typeOf = (facts: Entry, { strapi }: Reader) =>
  [...listingTypes(strapi).directory.values()].find(({ type }) => type === facts.type);

/** The path of a hit's page. */
function pathOf(facts: Entry, reader: Reader): string {
  const known = typeOf(facts, reader);
  const pages = known && listingsPath(known, reader.language);
  return pages ? `${pages}/${text(facts, 'slug') ?? ''}` : (text(facts, 'url') ?? '');
}

const together = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ');

/** Until when, since that is what one has to know; from when, if it has no end. */
const whenOf = (facts: Entry, { language, timeZone }: Reader): string | undefined => {
  const ends = ['validThrough', 'endsAt'].find((name) => text(facts, name));
  const [from, through] = [ends ? '' : text(facts, 'startsAt') ? 'startsAt' : 'validFrom', ends ?? ''];
  return periodOf(facts, [from, through], timeZone, language, 'short');
};

/** What of the facts of a hit helps to choose, in few lines: for how much and when, of whom, where. */
function linesOf(facts: Entry, reader: Reader): string[] {
  const { language, timeZone } = reader;
  const words = CATALOGUES[language].cityPages;
  const [street] = addressLines(one(facts, 'address'));
  const published = text(facts, 'publishedOn');
  const distance = number(facts, 'distance');
  const goal = moneyOf(facts, 'goal', language);
  const relation = typeOf(facts, reader)?.business;
  const phone = text(many(facts, 'phones')[0], 'number');
  // In the city the district says more than the city's name.
  const place =
    text(one(facts, 'district'), 'name') ??
    (text(one(facts, 'address'), 'street') && text(one(facts, 'address'), 'place'));
  return [
    together(
      goal === undefined ? priceOf(facts, language) : words.listing.goalOf(goal),
      text(facts, 'state') === 'ended' ? words.listing.states['ended'] : undefined,
      whenOf(facts, reader),
    ),
    relation && text(one(facts, relation), 'name'),
    phone && writtenNumber(phone),
    [street, place].filter(Boolean).join(', '),
    distance === undefined ? undefined : words.search.distance(distance),
    published && dayOf(published, timeZone, language),
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
  const said = text(facts, 'summary') ?? text(facts, 'teaser') ?? text(facts, 'excerpt');
  const kind = kindOf(text(facts, 'type') ?? '', facts, language);
  // One supports at any hour.
  const hasHours = state !== null && facts.goal === undefined;
  return (
    <li className="hit" data-place={isBesideMap ? `${String(facts.type)}/${String(facts.slug)}` : undefined}>
      <Mark {...{ facts, language }} shows="picture" />
      <div>
        {kind && <p className="kind">{kind}</p>}
        <Heading dir="auto">
          <a href={pathOf(facts, reader)}>{text(facts, 'name')}</a>
        </Heading>
        {hasHours && (
          <p>
            <OpenState openNow={facts.openNow as boolean | null} text={state} />
          </p>
        )}
        {said && (
          <p className="excerpt" dir="auto">
            {said}
          </p>
        )}
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
