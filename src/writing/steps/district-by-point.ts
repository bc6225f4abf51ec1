import type { Core } from '@strapi/strapi';
import { districtAfter } from '../../city/domain/district-of-point';
import { knownCity } from '../../city/known-city';
import { rowsOf, type Row } from '../../platform/strapi/documents';
import { defaultLocale } from '../../platform/strapi/locales';
import { hasDrafts, isContent, isEntry, type Entry } from '../../platform/strapi/schema';
import { originOf } from '../origin';
import { hasPlace, whereabouts } from '../rules/whereabouts';
import type { DocumentCall, Step } from '../step';

const DISTRICT = 'api::district.district';

/** What a write links a relation to: a reference to a document, `null` for none, `undefined` if it changes nothing. */
function linkedTo(value: unknown): unknown {
  if (Array.isArray(value)) return value.at(-1) ?? null;
  if (!isEntry(value)) return value;
  if ('set' in value) return linkedTo(value.set);
  if (!('connect' in value || 'disconnect' in value)) return value;
  const connected = linkedTo(value.connect ?? []);
  if (connected !== null) return connected;
  return linkedTo(value.disconnect ?? []) === null ? undefined : null;
}

/** The slug of the district that a write names. */
async function namedIn(strapi: Core.Strapi, data: Entry): Promise<string | null | undefined> {
  const linked = linkedTo(data.district);
  if (linked === undefined || linked === null || linked === '') return linked === '' ? null : linked;
  const { documentId, id } = isEntry(linked)
    ? linked
    : typeof linked === 'number'
      ? { id: linked }
      : { documentId: linked };
  const [row] = await rowsOf(strapi, DISTRICT, documentId === undefined ? { id } : { documentId });
  return typeof row?.slug === 'string' ? row.slug : null;
}

async function draftOf(
  strapi: Core.Strapi,
  { uid, contentType, params }: DocumentCall,
): Promise<Row | undefined> {
  const where = { documentId: params.documentId, ...(hasDrafts(contentType) ? { publishedAt: null } : {}) };
  // Facts are the same in all languages; a language that is being added has none yet.
  const rows = await rowsOf(strapi, uid, where, { district: true, location: true });
  const locale = typeof params.locale === 'string' ? params.locale : await defaultLocale(strapi);
  return rows.find((row) => row.locale === locale) ?? rows[0];
}

/** The district of this slug, if it exists in the language that is written. */
async function districtIn(
  strapi: Core.Strapi,
  { params: { locale } }: DocumentCall,
  slug: string,
): Promise<string | undefined> {
  const written = typeof locale === 'string' && locale !== '*' ? locale : await defaultLocale(strapi);
  const [row] = await rowsOf(strapi, DISTRICT, { slug, locale: written });
  return row?.documentId;
}

/** The point after the write: a part that the write leaves out stays. */
function locationAfter(data: Entry, stored: Entry | undefined): unknown {
  if (!('location' in data)) return stored?.location;
  return isEntry(data.location) && isEntry(stored?.location)
    ? { ...stored.location, ...data.location }
    : data.location;
}

async function followPoint(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  const { data, documentId } = call.params;
  if (!data || !('location' in data || 'district' in data)) return;
  const { borders } = await knownCity(strapi);
  if (borders.isEmpty) return;
  const stored = documentId === undefined ? undefined : await draftOf(strapi, call);
  const before = stored && whereabouts(stored, borders);
  const named = await namedIn(strapi, data);
  const district = districtAfter({
    before,
    named,
    within: whereabouts({ location: locationAfter(data, stored) }, borders).within,
    byEditor: originOf(strapi).kind === 'editor',
  });
  if (district === undefined || (named === undefined && district === before?.district)) return;
  const known = district === null ? null : await districtIn(strapi, call, district);
  // Borders of a district that editors have not entered, or not in this language, say nothing.
  if (known !== undefined) data.district = known;
}

/**
 * Before a listing is written: its district is the one in which its point lies, unless an editor has set another one
 * (ADR 80). Nothing happens where the city has brought no borders.
 */
export const districtByPoint: Step = {
  name: 'district-by-point',
  appliesTo: (_strapi, { uid, action, contentType }) =>
    isContent(uid) && (action === 'create' || action === 'update') && hasPlace(contentType),
  before: followPoint,
};
