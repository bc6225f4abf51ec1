import { checkPlainText, SHORT_TEXT } from '../../domain/plain-text';
import { slugOf } from '../../domain/slug';
import type { Row } from './csv-table';
import { featureOf } from './feature';
import { mapFeature, type MappingContext } from './map-feature';
import { splitStreet } from './address';
import type { Mapped, Note } from './notes';
import type { BusinessRecord } from './record';

/** Categories by what a person may write: OSM tag, OSM id, slug or German or English name, in lower case. */
export type CategoryNames = ReadonlyMap<string, string>;

export interface RowContext extends MappingContext {
  categoryNames: CategoryNames;
  /** Name of the list the rows come from, so that their ids are not confused with those of another list. */
  system: string;
}

const SIZES: Readonly<Record<string, string>> = {
  'self-employed': 'self-employed',
  selbststaendig: 'self-employed',
  selbstständig: 'self-employed',
  soloselbstständig: 'self-employed',
  micro: 'micro',
  kleinst: 'micro',
  kleinstbetrieb: 'micro',
  small: 'small',
  klein: 'small',
  medium: 'medium',
  mittel: 'medium',
  large: 'large',
  gross: 'large',
  groß: 'large',
};

const isYes = (value: string | undefined): boolean => /^(yes|ja|j|y|true|wahr|1|x|only)$/i.test(value ?? '');

// German spreadsheets write a decimal comma: "51,4918".
const degrees = (value: string | undefined): number | undefined =>
  value === undefined ? undefined : Number(value.replace(',', '.'));

const namesOf = (row: Row): string[] =>
  (row.category ?? '')
    .split(/[;|,]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** A row without an id is identified by its name and place; the id is as stable as those are. */
const idOf = (row: Row): string =>
  row.externalId ?? slugOf([row.name, row.street, row.postcode, row.place].filter(Boolean).join(' '), '');

/** The row as an OSM feature, so that only one mapping needs to know how to read values. */
const asFeature = (
  row: Row,
  categories: readonly string[],
  context: RowContext,
): ReturnType<typeof featureOf> => {
  const latitude = degrees(row.latitude);
  const longitude = degrees(row.longitude);
  const { street, houseNumber } = row.houseNumber
    ? { street: row.street, houseNumber: row.houseNumber }
    : splitStreet(row.street);
  const tags = categories
    .map((id) => id.split('/'))
    .reduce<Record<string, string>>((all, [key = '', value = 'yes', good]) => {
      const added = { ...all, [key]: all[key] ? `${all[key]};${value}` : value };
      return good === undefined || value !== 'vending_machine'
        ? added
        : { ...added, vending: [all.vending, good].filter(Boolean).join(';') };
    }, {});
  const properties = {
    ...tags,
    name: row.name,
    operator: row.operator,
    'addr:street': street,
    'addr:housenumber': houseNumber,
    'addr:postcode': row.postcode,
    'addr:city': row.place,
    'addr:suburb': row.district,
    phone: row.phone,
    mobile: row.mobile,
    fax: row.fax,
    email: row.email,
    website: row.website,
    opening_hours: row.openingHours,
    'description:de': row.description,
    'description:en': row.descriptionEn,
    delivery: isYes(row.delivery) ? 'yes' : undefined,
    takeaway: isYes(row.takeaway) ? 'yes' : undefined,
  };
  const geometry =
    latitude === undefined && longitude === undefined
      ? null
      : { type: 'Point', coordinates: [longitude, latitude] };
  return {
    ...featureOf({ id: idOf(row), properties, geometry }, 0),
    externalId: idOf(row),
    isOsm: context.system === 'openstreetmap',
  };
};

const attributionOf = (row: Row): Pick<BusinessRecord, 'attribution'> => {
  const text = checkPlainText(row.attribution ?? '', SHORT_TEXT);
  if (!text.ok || text.value === '') return {};
  return { attribution: { text: text.value, ...(row.licenceUrl ? { licenceUrl: row.licenceUrl } : {}) } };
};

/** A row of a table of businesses. */
export const mapBusinessRow = (row: Row, context: RowContext): Mapped<BusinessRecord> => {
  const names = namesOf(row);
  const categories = names.flatMap((name) => context.categoryNames.get(name.toLowerCase()) ?? []);
  const unknown: Note[] = names
    .filter((name) => !context.categoryNames.has(name.toLowerCase()))
    .map((found) => ({ code: 'value-unknown', field: 'categories', found }));
  const size = row.sizeClass === undefined ? undefined : SIZES[row.sizeClass.toLowerCase()];
  if (row.sizeClass !== undefined && !size)
    unknown.push({ code: 'value-unknown', field: 'sizeClass', found: row.sizeClass });
  const mapped = mapFeature(asFeature(row, categories, context), context);
  if (!mapped.ok) return { ...mapped, name: row.name ?? '', notes: [...mapped.notes, ...unknown] };
  const record: BusinessRecord = {
    ...mapped.record,
    source: { system: context.system, externalId: idOf(row) },
    chain: isYes(row.chain),
    ...(size ? { sizeClass: size } : {}),
    ...attributionOf(row),
  };
  return { ok: true, record, notes: [...mapped.notes, ...unknown] };
};
