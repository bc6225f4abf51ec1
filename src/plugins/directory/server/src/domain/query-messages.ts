import type { Language } from '../../../../../domain/language';

const MESSAGES = {
  unknown: {
    de: '{parameter}: Diesen Parameter gibt es hier nicht. Möglich sind: {allowed}.',
    en: '{parameter}: there is no such parameter here. Possible are: {allowed}.',
  },
  repeated: {
    de: '{parameter}: Bitte nennen Sie den Parameter nur einmal; mehrere Werte trennt ein Komma.',
    en: '{parameter}: please give the parameter once; several values are parted by commas.',
  },
  locale: {
    de: 'locale: „{found}“ ist nicht möglich. Bitte geben Sie de oder en an.',
    en: 'locale: “{found}” is not possible. Please give de or en.',
  },
  'text-length': {
    de: '{parameter}: Bitte geben Sie einen Suchtext mit höchstens 200 Zeichen an.',
    en: '{parameter}: please give a search text of 200 characters at most.',
  },
  'text-null': {
    de: '{parameter}: Der Suchtext enthält ein Nullzeichen (U+0000). Bitte entfernen Sie es.',
    en: '{parameter}: the search text contains a null character (U+0000). Please remove it.',
  },
  'too-many': {
    de: '{parameter}: Bitte geben Sie höchstens 20 Werte an.',
    en: '{parameter}: please give 20 values at most.',
  },
  slug: {
    de: '{parameter}: „{found}“ ist kein Kürzel. Bitte verwenden Sie nur Kleinbuchstaben, Ziffern und einfache Bindestriche.',
    en: '{parameter}: “{found}” is not a slug. Please use lower-case letters, digits and single hyphens only.',
  },
  type: {
    de: 'type: „{found}“ gibt es nicht. Möglich sind: {types}.',
    en: 'type: there is no “{found}”. Possible are: {types}.',
  },
  postcode: {
    de: 'postcode: „{found}“ ist keine Postleitzahl. Bitte geben Sie genau fünf Ziffern an.',
    en: 'postcode: “{found}” is not a postcode. Please give exactly five digits.',
  },
  service: {
    de: 'service: „{found}“ gibt es nicht. Möglich sind: {services}.',
    en: 'service: there is no “{found}”. Possible are: {services}.',
  },
  coordinates: {
    de: '{parameter}: „{found}“ ist nicht lesbar. Bitte geben Sie Dezimalgrade an: near=51.5136,7.4653 (Breite, Länge), bbox=7.3,51.4,7.6,51.6 (West, Süd, Ost, Nord).',
    en: '{parameter}: “{found}” cannot be read. Please give decimal degrees: near=51.5136,7.4653 (latitude, longitude), bbox=7.3,51.4,7.6,51.6 (west, south, east, north).',
  },
  bbox: {
    de: 'bbox: Westen muss kleiner als Osten und Süden kleiner als Norden sein. Bitte prüfen Sie die Reihenfolge West, Süd, Ost, Nord.',
    en: 'bbox: west must be less than east, and south less than north. Please check the order west, south, east, north.',
  },
  radius: {
    de: 'radius: Bitte geben Sie ganze Meter von 1 bis 50000 an.',
    en: 'radius: please give whole metres from 1 to 50000.',
  },
  'radius-without-near': {
    de: 'radius: Ein Umkreis braucht einen Mittelpunkt. Bitte geben Sie auch near=Breite,Länge an.',
    en: 'radius: a radius needs a centre. Please also give near=latitude,longitude.',
  },
  'distance-without-near': {
    de: 'sort: Nach Entfernung kann nur mit near=Breite,Länge sortiert werden.',
    en: 'sort: sorting by distance needs near=latitude,longitude.',
  },
  sort: {
    de: 'sort: „{found}“ gibt es nicht. Möglich sind: relevance, distance, name, newest.',
    en: 'sort: there is no “{found}”. Possible are: relevance, distance, name, newest.',
  },
  page: {
    de: 'page: Bitte geben Sie eine ganze Zahl ab 1 an.',
    en: 'page: please give a whole number from 1 on.',
  },
  'page-size': {
    de: 'pageSize: Bitte geben Sie eine ganze Zahl von 1 bis 100 an.',
    en: 'pageSize: please give a whole number from 1 to 100.',
  },
  'too-deep': {
    de: 'page: Mit page sind nur die ersten 10000 Treffer erreichbar. Bitte blättern Sie mit meta.pagination.nextCursor weiter.',
    en: 'page: only the first 10000 hits can be reached by page. Please go on with meta.pagination.nextCursor.',
  },
  cursor: {
    de: 'cursor: Der Wert gehört nicht zu dieser Suche. Bitte verwenden Sie meta.pagination.nextCursor einer Antwort auf dieselbe Suche.',
    en: 'cursor: the value does not belong to this search. Please use meta.pagination.nextCursor of an answer to the same search.',
  },
  'cursor-and-page': {
    de: 'cursor: Bitte geben Sie entweder cursor oder page an.',
    en: 'cursor: please give either cursor or page.',
  },
  facets: {
    de: 'facets: „{found}“ ist nicht möglich. Möglich sind: category, district, service.',
    en: 'facets: “{found}” is not possible. Possible are: category, district, service.',
  },
  moment: {
    de: 'openAt: „{found}“ ist kein Zeitpunkt. Bitte geben Sie now oder einen Zeitpunkt nach ISO 8601 an, zum Beispiel 2026-12-24T10:00+01:00.',
    en: 'openAt: “{found}” is not a point in time. Please give now or a point in time of ISO 8601, such as 2026-12-24T10:00+01:00.',
  },
  'open-past': {
    de: 'openAt: „{found}“ ist vergangen. Bitte geben Sie einen Zeitpunkt ab jetzt an.',
    en: 'openAt: “{found}” is past. Please give a point in time from now on.',
  },
  'open-ahead': {
    de: 'openAt: „{found}“ liegt zu weit voraus. Öffnungszeiten sind für 60 Tage bekannt.',
    en: 'openAt: “{found}” is too far ahead. Opening hours are known for 60 days.',
  },
  valid: {
    de: 'validAt: „{found}“ ist weder Tag noch Zeitpunkt. Bitte geben Sie zum Beispiel 2026-12-24 oder 2026-12-24T10:00+01:00 an.',
    en: 'validAt: “{found}” is neither a day nor a point in time. Please give, for example, 2026-12-24 or 2026-12-24T10:00+01:00.',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** Why a parameter is refused. */
export type ProblemCode = keyof typeof MESSAGES;

// 80 characters of a refused value are enough to recognise it.
const EXCERPT = 80;

const shorten = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text);

/** The sentence about a refused parameter, in both languages. */
export function queryMessages(
  problem: ProblemCode,
  details: Readonly<Record<string, string>>,
): Record<Language, string> {
  const filled = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (_match, key: string) => {
      const value = details[key] ?? '';
      return key === 'found' || key === 'parameter' ? shorten(value) : value;
    });
  return { de: filled(MESSAGES[problem].de), en: filled(MESSAGES[problem].en) };
}
