import type { Core } from '@strapi/strapi';
import { isSetByHand } from '../../city/domain/district-of-point';
import type { Borders } from '../../city/domain/borders';
import { rowsOf, type Row } from '../../platform/strapi/documents';
import {
  hasDrafts,
  isEmpty,
  isEntry,
  isLocalized,
  type Entry,
  type Model,
} from '../../platform/strapi/schema';
import type { Finding } from '../../platform/refusals/refusal';
import { hasPlace, whereabouts } from './whereabouts';
import type { RuleContext } from './attribute-rules';

type PlaceWarning = Finding & { suggestions: string[] };

// Where there is none, or the point is outside all borders.
const NONE = '–';

const nameIn = (row: Entry | undefined): string =>
  isEntry(row?.district) && typeof row.district.name === 'string' ? row.district.name : NONE;

/** What the public sees of the same document, in the same language. */
async function publishedOf(strapi: Core.Strapi, model: Model, draft: Row): Promise<Row | undefined> {
  if (!hasDrafts(model)) return undefined;
  const where = {
    documentId: draft.documentId,
    publishedAt: { $notNull: true },
    ...(isLocalized(model) ? { locale: draft.locale } : {}),
  };
  const [row] = await rowsOf(strapi, model.uid, where, { district: true, location: true });
  return row;
}

async function nameOf(strapi: Core.Strapi, slug: string, locale: string | null): Promise<string> {
  const rows = await rowsOf(strapi, 'api::district.district', { slug });
  const row = rows.find((one) => one.locale === locale) ?? rows[0];
  return typeof row?.name === 'string' ? row.name : slug;
}

/** A district that is not the one of the point, or follows it across a border. */
async function districtWarnings(
  strapi: Core.Strapi,
  model: Model,
  draft: Row,
  borders: Borders,
): Promise<PlaceWarning[]> {
  const here = whereabouts(draft, borders);
  const path = ['district'];
  const found = nameIn(draft);
  if (isSetByHand(here)) {
    const within = await nameOf(strapi, here.within as string, draft.locale);
    return [{ path, reason: 'district-differs', details: { found, within }, suggestions: [within] }];
  }
  if (here.district !== null && here.within === null)
    return [{ path, reason: 'district-outside', details: { found }, suggestions: [] }];
  const published = await publishedOf(strapi, model, draft);
  const before = published && whereabouts(published, borders);
  const isKnown = before?.within !== undefined && here.within !== undefined;
  if (!isKnown || before.within === here.within) return [];
  const details = { before: nameIn(published), after: found };
  return [{ path, reason: 'district-moved', details, suggestions: [] }];
}

const radiusWarnings = ({ serviceArea, location }: Entry): PlaceWarning[] =>
  isEntry(serviceArea) && !isEmpty(serviceArea.radiusKm) && !isEntry(location)
    ? [{ path: ['serviceArea', 'radiusKm'], reason: 'service-radius-without-point', suggestions: [] }]
    : [];

/**
 * What does not fit together in the place of a listing: its district and its point (a move across a border of districts,
 * too), a radius without a centre.
 */
export async function placeWarnings(
  strapi: Core.Strapi,
  model: Model,
  draft: Row,
  { borders }: Pick<RuleContext, 'borders'>,
): Promise<PlaceWarning[]> {
  if (!hasPlace(model)) return [];
  const districts = borders.isEmpty ? [] : await districtWarnings(strapi, model, draft, borders);
  return [...districts, ...radiusWarnings(draft)];
}
