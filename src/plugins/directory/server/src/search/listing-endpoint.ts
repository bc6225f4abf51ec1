import type { Core } from '@strapi/strapi';
import { LANGUAGES, type Language } from '../../../../../domain/language';
import type { DirectoryAnswer, DirectoryRequest, Endpoint } from '../contract';
import { acceptedForm, FORMS, type Form } from '../../../../../response-cache/domain/media-types';
import { DirectoryRefusal } from '../refusal';
import { LISTING, type ListingDetailRow } from './listing.sql';
import { readPool } from './read-pool';
import { detailJson, detailExpiresAt } from './detail-json';
import { jsonLd } from './json-ld';
import { readQuery } from './read-query';
import { hasVcard, vcard } from './vcard';

const PATH =
  /^\/api\/directory\/listings\/([a-z0-9-]{1,60})\/([A-Za-z0-9-]{1,160})(?:\.(json|jsonld|vcf))?\/?$/;

const NOT_FOUND: Record<Language, string> = {
  de: 'Diesen Eintrag gibt es nicht, oder er ist nicht mehr öffentlich.',
  en: 'There is no such listing, or it is no longer public.',
};
const NOT_ACCEPTABLE: Record<Language, string> = {
  de: `Accept: Einträge gibt es als ${Object.values(FORMS).join(', ')}.`,
  en: `Accept: listings are available as ${Object.values(FORMS).join(', ')}.`,
};
const NO_VCARD: Record<Language, string> = {
  de: 'Dieser Eintrag hat keine Kontaktdaten; eine Visitenkarte (text/vcard) gibt es nur mit ihnen.',
  en: 'This listing has no contact details; there is a card (text/vcard) only with them.',
};

const single = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(',') : header;

function formOf(ending: string | undefined, request: DirectoryRequest): Form {
  if (ending !== undefined) return ending as Form;
  const form = acceptedForm(single(request.headers['accept']));
  if (!form) throw new DirectoryRefusal(406, NOT_ACCEPTABLE, { header: 'Accept' });
  return form;
}

async function bodyOf(strapi: Core.Strapi, row: ListingDetailRow, form: Form, now: Date): Promise<string> {
  if (form === 'json') return detailJson(strapi, row, now);
  if (form === 'jsonld') return jsonLd(strapi, row, now);
  if (!hasVcard(row)) throw new DirectoryRefusal(406, NO_VCARD, { header: 'Accept' });
  return vcard(strapi, row);
}

const isLanguage = (locale: string): locale is Language => (LANGUAGES as readonly string[]).includes(locale);

/** `GET /api/directory/listings/:type/:slug`, as JSON, JSON-LD or vCard. */
export const listingEndpoint: Endpoint = {
  path: PATH,
  async answer(strapi, request, now, match): Promise<DirectoryAnswer> {
    const [, type, slug, ending] = match;
    const { query } = await readQuery(strapi, request.query, ['locale'], now);
    const form = formOf(ending, request);
    const [row] = await readPool(strapi).rows<ListingDetailRow>(LISTING, [type, slug, query.locale, now]);
    if (!row) throw new DirectoryRefusal(404, NOT_FOUND, { type, slug });
    return {
      status: 200,
      headers: {
        'content-type': `${FORMS[form]}; charset=utf-8`,
        ...(ending === undefined ? { vary: 'Accept' } : {}),
        ...(form === 'vcf' ? { 'content-disposition': `attachment; filename="${row.slug}.vcf"` } : {}),
      },
      body: await bodyOf(strapi, row, form, now),
      expiresAt: form === 'vcf' ? row.public_until : detailExpiresAt(row, now),
      language: isLanguage(row.language) ? row.language : query.locale,
    };
  },
};
