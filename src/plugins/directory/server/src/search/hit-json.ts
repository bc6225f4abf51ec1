import type { Core } from '@strapi/strapi';
import { campaignState } from '../../../../../domain/public-rule';
import { listingUrl } from '../../../../../listing';
import { excerptOf, highlightsIn } from '../domain/excerpt';
import type { HitRow } from './search.sql';

/** What a hit tells beside what the read model keeps of it. */
export function hitFacts(
  strapi: Core.Strapi,
  row: HitRow,
  words: readonly string[],
  now: Date,
): Record<string, unknown> {
  const { type, slug, valid_from: startsAt, valid_until: endsAt } = row;
  const facts: Record<string, unknown> = {
    type,
    slug,
    url: listingUrl(strapi, { type, slug, documentId: row.document_id as string }),
    // A tenth of a metre is less than anybody's position is known by.
    distance: row.distance === null ? null : Math.round(row.distance * 10) / 10,
    openNow: row.open_now,
    nextChange: row.next_change?.toISOString() ?? null,
    excerpt: row.body === null ? null : excerptOf(row.body, words),
    highlights: { name: highlightsIn(row.name, words) },
  };
  if (type === 'campaign') facts['state'] = campaignState({ startsAt, endsAt }, now);
  return facts;
}

/** A hit as JSON. What the read model keeps is text already and is not read for it. */
export function hitJson(strapi: Core.Strapi, row: HitRow, words: readonly string[], now: Date): string {
  const facts = JSON.stringify(hitFacts(strapi, row, words, now));
  return row.data === '{}' ? facts : `${facts.slice(0, -1)},${row.data.slice(1)}`;
}
