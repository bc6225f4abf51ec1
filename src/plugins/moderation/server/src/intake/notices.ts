import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { cityDay } from '#src/city/city-day';
import { cityTimeZone } from '#src/city/known-city';
import { isPublicAt, publicFactsPopulate, type PublicFacts } from '#src/domain/public-rule';
import { LANGUAGES, type Language } from '#src/languages/language';
import { listingUrlTemplate } from '#src/listing/listing-url';
import { listingTypes, typeNamed } from '#src/listing/listing-types';
import { assertChallenge } from '#src/platform/challenge/index';
import { publicBase, publicUrl } from '#src/platform/mail/public-url';
import { rateRule } from '#src/platform/rate-limit/domain/rule';
import { assertRate } from '#src/platform/rate-limit/rate-limit';
import { Refusal, refused } from '#src/platform/refusals/refusal';
import { parse } from '#src/platform/refusals/zod-refusal';
import { inTransaction, sqlOf } from '#src/platform/sql/sql';
import { modelOf } from '#src/platform/strapi/models';
import type { IntakeItem } from '../contract';
import { refuse } from '../services/refuse';
import { NEEDS, noticeBody, type Notice } from '../validation/notice';
import { placeInUrl } from './domain/place-in-url';
import { take } from './take';
import { LIMITED } from './transparency';

interface Place {
  readonly contentType: string | null;
  readonly documentId: string | null;
  readonly title: string | null;
}

const NOWHERE: Place = { contentType: null, documentId: null, title: null };

/** The public entry with this id or slug, in any locale. */
async function publicEntry(
  strapi: Core.Strapi,
  name: string,
  where: Readonly<Partial<Record<'slug' | 'documentId', string>>>,
): Promise<Place | undefined> {
  const type = typeNamed(listingTypes(strapi).public, name);
  if (!type || type.isSingle) return undefined;
  if ('slug' in where && !('slug' in modelOf(strapi, type.uid).attributes)) return undefined;
  const { uid, rule } = type;
  const rows = (await strapi.db.query(uid).findMany({
    where: { ...where, publishedAt: { $notNull: true } },
    populate: publicFactsPopulate(rule),
    orderBy: { id: 'asc' },
  })) as (PublicFacts & { documentId: string })[];
  const timeZone = await cityTimeZone(strapi);
  const entry = rows.find((row) => isPublicAt(rule, row, new Date(), timeZone));
  if (!entry) return undefined;
  const title = entry[type.name];
  return { contentType: uid, documentId: entry.documentId, title: typeof title === 'string' ? title : null };
}

const websites = (strapi: Core.Strapi) => [
  publicBase(strapi),
  ...(process.env.LISTING_URL ? [process.env.LISTING_URL] : []),
];

/** Where listings are read, by people and by programs. */
const templates = (strapi: Core.Strapi) =>
  [...listingTypes(strapi).directory.values()].flatMap(({ type }) =>
    [
      ...LANGUAGES.map((language) => listingUrlTemplate(strapi, type, language)),
      publicUrl(strapi, `/api/directory/listings/${type}/{slug}`),
    ].map((template) => ({ type, template })),
  );

async function placeAt(strapi: Core.Strapi, url: string): Promise<Place> {
  const found = placeInUrl(url, { templates: templates(strapi), bases: websites(strapi) });
  if (found.is === 'elsewhere') throw refused('notice-elsewhere', ['url']);
  if (found.is === 'page') return NOWHERE;
  const { type, slug } = found;
  // One without a slug is named by its document id.
  const named =
    (await publicEntry(strapi, type, { slug })) ?? (await publicEntry(strapi, type, { documentId: slug }));
  return named ?? NOWHERE;
}

async function placeOf(strapi: Core.Strapi, { ground, place: given }: Notice): Promise<Place> {
  const { contentType, documentId, url } = given;
  if (contentType !== undefined && documentId !== undefined) {
    const entry = await publicEntry(strapi, contentType, { documentId });
    if (!entry) throw refuse('not-found');
    return entry;
  }
  const place = url === undefined ? NOWHERE : await placeAt(strapi, url);
  if (NEEDS[ground].includes('listing') && place.documentId === null) throw refused('notice-place', ['url']);
  return place;
}

// About as many as someone reports in an hour who walks along a street and notes what has closed.
const REPORTS = rateRule('report', 10, 3_600);

/** Who floods is limited, and counted in what the city publishes. */
async function assertFew(strapi: Core.Strapi, address: string): Promise<void> {
  try {
    await assertRate(strapi, REPORTS, address);
  } catch (error) {
    if (error instanceof Refusal)
      await sqlOf(strapi)('select stadtverbund.next_number(:scope, :year)', {
        scope: LIMITED,
        year: Number((await cityDay(strapi, new Date())).slice(0, 4)),
      });
    throw error;
  }
}

/** `report` of the contract. */
export async function report(
  strapi: Core.Strapi,
  ctx: Context,
  sent: Readonly<Record<string, unknown>>,
  language: Language,
): Promise<IntakeItem> {
  await assertFew(strapi, ctx.ip);
  const body = parse(noticeBody, sent);
  const { ground, message, fields, from, place: given } = body;
  return inTransaction(strapi, async (sql) => {
    await assertChallenge(strapi, ctx, sent);
    const { email, name } = from;
    return take(strapi, sql, {
      kind: ground,
      ...(await placeOf(strapi, body)),
      url: given.url,
      person: email === undefined ? undefined : { email, name },
      language,
      message,
      fields,
    });
  });
}
