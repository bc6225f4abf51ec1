import { checkPlainText, SHORT_TEXT } from '../../domain/plain-text';
import { nameKey } from '../../domain/place-names';
import { checkServedPostcodes, checkServiceRadius } from '../../domain/service-area';
import { slugOf } from '../../domain/slug';
import { checkWebAddress } from '../../domain/web-address';
import type { CategoryWords, ReadCategories } from './category-words';
import type { TableRow } from './csv-table';
import type { Row } from './row';
import type { Feature } from './feature';
import { mapFeature, type MappingContext } from './map-feature';
import { addressFrom } from './address';
import type { Mapped, Note } from './notes';
import { isKnownPlace } from './places';
import type { AddressRecord, BusinessRecord, PointRecord, ServiceAreaRecord } from './record';
import { wholeRow } from './split-columns';
import { compact } from './tags';
import { utmPoint } from './utm';

export interface RowContext extends MappingContext {
  /** What a row may write for a category. */
  words: CategoryWords;
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

// German spreadsheets write a decimal comma ("51,4918", "5.709.504,01"); others write the unit and the direction.
const numberOf = (value: string): number => {
  const digits = /^\d{1,3}(?:\.\d{3})+,\d+$/.test(value) ? value.replaceAll('.', '') : value;
  return Number(digits.replace(',', '.').replace(/ ?(?:°? ?[NEO]?|m)$/i, '') || NaN);
};

/** "5", "5 km", "7,5": kilometres. */
const kilometres = (value: string): number => numberOf(value.replace(/ ?(km|kilometer)$/i, ''));

const isIn = (value: number, limit: number): boolean => Number.isFinite(value) && Math.abs(value) <= limit;

const pointOf = (
  { latitude, longitude }: Row,
  { rulePlace }: RowContext,
): Pick<Feature, 'point' | 'badGeometry'> => {
  if (latitude === undefined && longitude === undefined) return {};
  const point: PointRecord = { latitude: numberOf(latitude ?? ''), longitude: numberOf(longitude ?? '') };
  const inMetres = utmPoint(point.longitude, point.latitude, rulePlace.centre);
  if (inMetres) return { point: inMetres };
  const isRead = latitude !== undefined && longitude !== undefined;
  return isRead && isIn(point.latitude, 90) && isIn(point.longitude, 180)
    ? { point }
    : { badGeometry: [latitude, longitude].filter(Boolean).join(' / ') };
};

const wholeAddress = (row: Row, context: RowContext): AddressRecord & { rest?: string[] } =>
  addressFrom(
    { street: row.street, houseNumber: row.houseNumber, postcode: row.postcode, place: row.place },
    row.address,
    (name) => isKnownPlace(name, context),
  );

const slugged = (...parts: (string | undefined)[]): string => slugOf(parts.filter(Boolean).join(' '), '');

/** A row without an id is identified by its name and address; the id is as stable as those are. */
const idOf = (row: Row, { street, houseNumber, postcode, place }: AddressRecord): string =>
  row.externalId ?? slugged(row.name, street, houseNumber, postcode, place);

/**
 * The ids that earlier releases gave a row: without its house number, of the values as they were written; and "Nr." beside
 * the street was taken for the id. Later the place was as it was written ("Dortmund, Stadt").
 */
const formerIdsOf = ({ row, raw }: TableRow, address: AddressRecord): string[] =>
  row.externalId === undefined
    ? [
        slugged(raw.name, raw.address ?? raw.street, raw.postcode, raw.place),
        ...(raw.houseNumber === undefined ? [] : [raw.houseNumber]),
        ...(row.place === address.place || row.place === undefined
          ? []
          : [idOf(row, { ...address, place: row.place })]),
      ]
    : [];

/** The row as a feature with OSM tags, so that only one mapping needs to know how to read values. */
const asFeature = ({ row, notes }: TableRow, categories: readonly string[], context: RowContext): Feature => {
  const { rest: _rest, ...address } = wholeAddress(row, context);
  const tags = compact({
    name: row.name,
    operator: row.operator,
    'addr:street': address.street,
    'addr:housenumber': address.houseNumber,
    'addr:postcode': address.postcode,
    'addr:city': address.place,
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
  });
  return {
    externalId: idOf(row, address),
    isOsm: context.system === 'openstreetmap',
    tags: (tags ?? {}) as Feature['tags'],
    notes,
    categories,
    ...pointOf(row, context),
  };
};

const attributionOf = (row: Row, notes: Note[]): Pick<BusinessRecord, 'attribution'> => {
  const text = checkPlainText(row.attribution ?? '', SHORT_TEXT);
  if (!text.ok || text.value === '') return {};
  const licence = row.licenceUrl === undefined ? undefined : checkWebAddress(row.licenceUrl);
  if (licence && !licence.ok) notes.push({ refused: licence, field: 'attribution.licenceUrl' });
  return { attribution: { text: text.value, ...(licence?.ok ? { licenceUrl: licence.value } : {}) } };
};

const parts = (cell: string | undefined): string[] =>
  (cell ?? '').split(/[,;|\n]/).flatMap((part) => part.trim() || []);

const serviceAreaOf = (
  { servedPostcodes, serviceRadius }: Row,
  notes: Note[],
): Pick<BusinessRecord, 'serviceArea'> => {
  const postcodes = servedPostcodes === undefined ? undefined : checkServedPostcodes(servedPostcodes);
  const radius = serviceRadius === undefined ? undefined : checkServiceRadius(kilometres(serviceRadius));
  for (const [field, checked] of [
    ['serviceArea.postcodes', postcodes],
    ['serviceArea.radiusKm', radius],
  ] as const)
    if (checked && !checked.ok) notes.push({ refused: checked, field });
  const serviceArea = compact<ServiceAreaRecord>({
    postcodes: postcodes?.ok ? postcodes.value : undefined,
    radiusKm: radius?.ok ? radius.value : undefined,
  });
  return serviceArea ? { serviceArea } : {};
};

/** What a row says about where the business serves: districts by name, others are noted; postcodes; a radius. */
const servedOf = (
  row: Row,
  { districts }: RowContext,
  notes: Note[],
): Pick<BusinessRecord, 'serviceArea' | 'servedDistricts'> => {
  const named = parts(row.servedDistricts);
  const known = named.filter(
    (name) => districts?.names.some((one) => nameKey(one) === nameKey(name)) !== false,
  );
  for (const found of named.filter((name) => !known.includes(name)))
    notes.push({ code: 'value-unknown', field: 'servedDistricts', found });
  return { ...(known.length > 0 ? { servedDistricts: known } : {}), ...serviceAreaOf(row, notes) };
};

interface ReadCell extends ReadCategories {
  cell: string;
}

/** What the words say; beside a code that means something, the code: its text is that of the classification. */
const categoriesIn = ({ category = '', activityCode = '' }: Row, words: CategoryWords): ReadCell => {
  const coded = words.read(activityCode);
  return coded.found.length > 0
    ? { ...coded, cell: activityCode }
    : { ...words.read(category), cell: category };
};

const categoriesOf = (row: Row, { words }: RowContext, notes: Note[]): string[] => {
  const { found, unknown, cell } = categoriesIn(row, words);
  for (const { name, isNamed } of found)
    if (!isNamed) notes.push({ code: 'category-understood', found: cell, meant: name });
  for (const word of unknown) notes.push({ code: 'value-unknown', field: 'categories', found: word });
  return found.map(({ id }) => id);
};

const sizeOf = (row: Row, notes: Note[]): Pick<BusinessRecord, 'sizeClass'> => {
  const size = row.sizeClass === undefined ? undefined : SIZES[row.sizeClass.toLowerCase()];
  if (row.sizeClass !== undefined && !size)
    notes.push({ code: 'value-unknown', field: 'sizeClass', found: row.sizeClass });
  return size ? { sizeClass: size } : {};
};

/** A row of a table of businesses. */
export const mapBusinessRow = (found: TableRow, context: RowContext): Mapped<BusinessRecord> => {
  const given = { ...found, row: wholeRow(found.row) };
  const { row, line, damage } = given;
  if (damage) {
    const name = row.name ?? '';
    return { ok: false, line, externalId: row.externalId ?? slugged(name), name, notes: [damage] };
  }
  const notes: Note[] = [];
  const categories = categoriesOf(row, context, notes);
  const optional = {
    ...sizeOf(row, notes),
    ...servedOf(row, context, notes),
    ...attributionOf(row, notes),
  };
  for (const found of wholeAddress(row, context).rest ?? [])
    notes.push({ code: 'value-without-field', field: 'address', found });
  const mapped = mapFeature(asFeature(given, categories, context), context);
  if (!mapped.ok) {
    const reasons = mapped.notes.map((note): Note =>
      'code' in note && note.code === 'no-category'
        ? { code: 'no-category-named', found: [row.activityCode, row.category].filter(Boolean).join(' ') }
        : note,
    );
    // That its words are not known is the reason already.
    const isKindless = reasons.some((note) => 'code' in note && note.code === 'no-category-named');
    const others = notes.filter((note) => !(isKindless && 'code' in note && note.code === 'value-unknown'));
    return { ...mapped, line, name: row.name ?? '', notes: [...reasons, ...others] };
  }
  const record: BusinessRecord = {
    ...mapped.record,
    source: { system: context.system, externalId: mapped.record.source.externalId },
    chain: isYes(row.chain),
    ...optional,
  };
  return {
    ok: true,
    line,
    record,
    notes: [...mapped.notes, ...notes],
    formerIds: formerIdsOf(found, wholeAddress(row, context)),
  };
};
