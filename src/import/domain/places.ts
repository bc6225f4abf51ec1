import { checkNearCity, type GeoPoint } from '../../domain/geo';
import { checkPlainText, SHORT_TEXT } from '../../domain/plain-text';
import { nameKey } from '../../domain/place-names';
import { decidePlace, normalPostcode, type LocalDistricts, type PlaceTable } from '../../domain/places';
import { refuse } from '../../domain/checked';
import type { Note } from './notes';
import type { AddressRecord, PointRecord } from './record';
import { compact } from './tags';

/** What is known of places; without it nothing is found fault with. */
export interface KnownPlaces {
  /** German postcodes and their places. */
  places?: PlaceTable;
  /** The districts of this city. */
  districts?: LocalDistricts;
}

/** Whether a text is the name of a German place or of a district of this city. */
export const isKnownPlace = (name: string, { places, districts }: KnownPlaces): boolean => {
  const key = nameKey(name);
  return (
    key !== '' &&
    (places?.regionsOf.has(key) || districts?.names.some((one) => nameKey(one) === key)) === true
  );
};

const agrees = (postcode: string, place: string | undefined, { places, districts }: KnownPlaces): boolean =>
  places !== undefined && place !== undefined && decidePlace(postcode, place, places, districts).ok;

// Spreadsheets take a postcode for a number: "1067" is Dresden's 01067, and "44137.0" is a float.
const readPostcode = (address: AddressRecord, known: KnownPlaces, notes: Note[]): string | undefined => {
  const { postcode, place } = address;
  if (postcode === undefined) return undefined;
  const digits = postcode.replace(/[.,]0$/, '').replace(/ /g, '');
  const normal = normalPostcode(digits);
  if (normal !== undefined) return normal;
  if (/^\d{4}$/.test(digits) && agrees(`0${digits}`, place, known)) {
    notes.push({ code: 'postcode-completed', found: postcode, meant: `0${digits}` });
    return `0${digits}`;
  }
  notes.push({ refused: refuse('postcode-malformed', { postcode }), field: 'address.postcode' });
  return undefined;
};

// "2-5" and "5/12" become dates in a spreadsheet: "2. Mai", "02.05.2024", "Mai 12".
const DATE =
  /^(?:\d{1,2}\. ?(?:jan|feb|mrz|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)\p{L}*\.?|(?:jan|feb|mrz|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)\p{L}*\.? ?\d{2}|\d{1,2}\.\d{1,2}\.(?:\d{4})?)$/iu;

const readPart = (
  part: keyof AddressRecord,
  { [part]: value }: AddressRecord,
  notes: Note[],
): string | undefined => {
  if (value === undefined) return undefined;
  const checked = checkPlainText(value.replace(/\s+/g, ' '), SHORT_TEXT);
  if (checked.ok && part === 'houseNumber' && DATE.test(checked.value)) {
    notes.push({ code: 'number-is-date', field: `address.${part}`, found: checked.value });
    return undefined;
  }
  if (checked.ok) return checked.value;
  notes.push({ refused: checked, field: `address.${part}` });
  return undefined;
};

/** The address without what a rule refuses; a doubt whether postcode and place belong together is a note. */
export const checkAddress = (
  address: AddressRecord,
  known: KnownPlaces,
  notes: Note[],
): AddressRecord | undefined => {
  const postcode = readPostcode(address, known, notes);
  const place = readPart('place', address, notes);
  if (postcode !== undefined && known.places) {
    const decision = decidePlace(postcode, place, known.places, known.districts);
    if (!decision.ok) notes.push({ refused: decision, field: 'address.place', isKept: true });
  }
  return compact<AddressRecord>({
    street: readPart('street', address, notes),
    houseNumber: readPart('houseNumber', address, notes),
    postcode,
    place,
  });
};

const swapped = ({ latitude, longitude }: PointRecord): PointRecord => ({
  latitude: longitude,
  longitude: latitude,
});

const asText = ({ latitude, longitude }: PointRecord): string => `${latitude}, ${longitude}`;

/** A point whose numbers were exchanged is put right; one at 0, 0 is none. How far a point may be away, the rules say. */
export const checkPoint = (
  point: PointRecord | undefined,
  centre: GeoPoint,
  notes: Note[],
): PointRecord | undefined => {
  if (!point) return undefined;
  if (point.latitude === 0 && point.longitude === 0) {
    notes.push({ code: 'geometry-left-out', found: asText(point) });
    return undefined;
  }
  if (checkNearCity(point, centre).ok || !checkNearCity(swapped(point), centre).ok) return point;
  notes.push({ code: 'point-swapped', found: asText(point) });
  return swapped(point);
};
