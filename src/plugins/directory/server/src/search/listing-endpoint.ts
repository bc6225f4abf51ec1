import type { Core } from '@strapi/strapi';
import { languageFor, type Language } from '#src/languages/language';
import type { PlainAnswer, PlainRequest } from '#src/response-cache/index';
import type { Endpoint } from '../contract';
import { acceptedForm, FORMS, type Form } from '../domain/media-types';
import { refused } from '#src/platform/refusals/refusal';
import { LISTING, type ListingDetailRow } from './listing.sql';
import { readPool } from './read-pool';
import { detailJson, detailExpiresAt } from './detail-json';
import { jsonLd } from './json-ld';
import { readQuery } from './read-query';
import { hasVcard, vcard } from './vcard';

const PATH =
  /^\/api\/directory\/listings\/([a-z0-9-]{1,60})\/([A-Za-z0-9-]{1,160})(?:\.(json|jsonld|vcf))?\/?$/;

const single = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(',') : header;

function formOf(ending: string | undefined, request: PlainRequest): Form {
  if (ending !== undefined) return ending as Form;
  const form = acceptedForm(single(request.headers['accept']));
  if (!form) throw refused('form-not-acceptable', [], { forms: Object.values(FORMS).join(', ') });
  return form;
}

async function bodyOf(
  strapi: Core.Strapi,
  row: ListingDetailRow,
  form: Form,
  { now, language }: { readonly now: Date; readonly language: Language },
): Promise<string> {
  if (form === 'json') return detailJson(strapi, row, now, language);
  if (form === 'jsonld') return jsonLd(strapi, row, now, language);
  if (!hasVcard(row)) throw refused('no-vcard');
  return vcard(strapi, row, language);
}

/** `GET /api/directory/listings/:type/:slug`, as JSON, JSON-LD or vCard. */
export const listingEndpoint: Endpoint = {
  path: PATH,
  async answer(strapi, request, now, match): Promise<PlainAnswer> {
    const [, type, slug, ending] = match;
    const { query } = await readQuery(strapi, request.query, ['locale'], now);
    const form = formOf(ending, request);
    const [row] = await readPool(strapi).rows<ListingDetailRow>(LISTING, [type, slug, query.locale, now]);
    if (!row) throw refused('listing-not-found');
    return {
      status: 200,
      headers: {
        'content-type': `${FORMS[form]}; charset=utf-8`,
        ...(ending === undefined ? { vary: 'Accept' } : {}),
        ...(form === 'vcf' ? { 'content-disposition': `attachment; filename="${row.slug}.vcf"` } : {}),
      },
      body: await bodyOf(strapi, row, form, { now, language: languageFor(query.locale) }),
      expiresAt: form === 'vcf' ? row.public_until : detailExpiresAt(row, now),
      language: row.language,
    };
  },
};
