import type { ColumnNames } from './csv-table';
import { weekdayColumns } from './weekday-columns';

const SHARED: ColumnNames = {
  externalId: ['id', 'external id', 'nr', 'nummer', 'lfd nr', 'kennung', 'authority_id'],
  street: [
    ...['strasse', 'strasse hausnummer', 'strasse und hausnummer', 'strasse nr', 'strasse und nr', 'str'],
    ...['strassenname', 'strname', 'str name'],
  ],
  // The whole, or the part of it that the file keeps in one column.
  address: [
    ...['adresse', 'anschrift', 'postanschrift', 'standort', 'geschaeftsadresse', 'betriebsanschrift'],
    ...['plz ort', 'plz und ort', 'plz stadt', 'postleitzahl ort'],
  ],
  houseNumber: ['house number', 'hausnummer', 'hausnr', 'hsnr', 'hnr'],
  houseNumberAddition: [
    'hausnummernzusatz',
    'hausnummerzusatz',
    'hausnrzusatz',
    'hsnrz',
    'hnrz',
    'hnr zusatz',
    'hsnr zusatz',
  ],
  postcode: ['plz', 'postleitzahl', 'postalcode', 'postal code', 'zip', 'zip code'],
  place: ['ort', 'stadt', 'city', 'town', 'gemeinde', 'wohnort'],
  phone: ['telefon', 'tel', 'rufnummer', 'telefonnummer', 'telefonnr', 'tel nr', 'festnetz'],
  areaCode: ['vorwahl', 'ortsvorwahl', 'telefonvorwahl', 'tel vorwahl', 'vorw'],
  extension: ['durchwahl', 'nebenstelle', 'dw', 'tel durchwahl'],
  fax: ['telefax', 'faxnummer'],
  email: ['e-mail', 'mail', 'emailadresse', 'mailadresse', 'e-mail-adresse', 'kontakt e-mail'],
  website: [
    ...[
      'web',
      'webseite',
      'internet',
      'homepage',
      'url',
      'www',
      'internetadresse',
      'webadresse',
      'website url',
    ],
    ...['internetseite'],
  ],
  openingHours: ['opening_hours', 'hours', 'oeffnungszeiten', 'oeffnungszeit', 'zeiten', 'geoeffnet'],
  ...weekdayColumns,
  description: ['beschreibung', 'description_de', 'kurzbeschreibung'],
  descriptionEn: ['beschreibung_en'],
  attribution: ['quelle', 'namensnennung'],
  licenceUrl: ['licence', 'license', 'lizenz'],
};

/** Columns of a table of businesses, with their German spellings. `docs/import.md` lists them for operators. */
export const BUSINESS_COLUMNS: ColumnNames = {
  ...SHARED,
  name: [
    ...['betrieb', 'firma', 'bezeichnung', 'title', 'titel', 'firmenname', 'betriebsname', 'unternehmen'],
    ...['name des betriebs', 'geschaeft', 'geschaeftsname', 'einrichtung'],
  ],
  category: [
    ...['kategorie', 'kategorien', 'categories', 'branche', 'branchen', 'osm_tag', 'industry', 'gewerbe'],
    ...['gewerbeart', 'taetigkeit', 'art des betriebs', 'betriebsart', 'sparte', 'rubrik'],
    ...[
      'branche text',
      'branchentext',
      'branchenbezeichnung',
      'branche bezeichnung',
      'wz text',
      'wz bezeichnung',
    ],
  ],
  activityCode: [
    'wz',
    'wz code',
    'wz 2008',
    'wz08',
    'wz nr',
    'branche wz2008',
    'branche wz',
    'branchencode',
    'wz schluessel',
  ],
  latitude: [
    ...['lat', 'breite', 'breitengrad', 'geo lat', 'y'],
    ...['hochwert', 'nordwert', 'northing', 'utm nord', 'utm y', 'y utm', 'y koordinate', 'y koord'],
  ],
  longitude: [
    ...['lon', 'lng', 'long', 'laenge', 'laengengrad', 'geo lon', 'geo lng', 'x'],
    ...['rechtswert', 'ostwert', 'easting', 'utm ost', 'utm x', 'x utm', 'x koordinate', 'x koord'],
  ],
  mobile: ['mobil', 'handy', 'mobiltelefon', 'handynummer', 'mobilnummer'],
  district: ['stadtteil', 'bezirk', 'stadtbezirk', 'ortsteil'],
  servedDistricts: [
    ...['liefergebiet', 'einsatzgebiet', 'versorgungsgebiet', 'bedient', 'service area', 'served districts'],
    ...['liefert in'],
  ],
  servedPostcodes: ['liefergebiet plz', 'einsatzgebiet plz', 'liefert in plz', 'served postcodes'],
  serviceRadius: ['umkreis', 'umkreis km', 'radius', 'radius km', 'lieferradius', 'service radius'],
  sizeClass: ['groesse', 'groessenklasse'],
  chain: ['kette', 'filialist'],
  delivery: ['lieferung', 'lieferdienst', 'lieferservice'],
  takeaway: ['abholung', 'pickup'],
  operator: ['betreiber', 'inhaber', 'inhaberin', 'gewerbetreibender'],
};

/** Columns of a table of advisory contacts; the spellings include those of `health-offices.csv`. */
export const ADVISORY_COLUMNS: ColumnNames = {
  ...SHARED,
  organisation: ['name', 'traeger', 'organization', 'behoerde'],
  title: ['titel', 'department', 'abteilung', 'bezeichnung', 'angebot'],
  kind: ['art', 'type', 'typ'],
  topics: ['themen', 'topic', 'thema'],
  languages: ['sprachen'],
  hotline: ['covid19hotline', 'covid19_hotline'],
  returnHotline: ['aussteige_hotline'],
};

/** A column that says as much as another. */
const INSTEAD: Readonly<Record<string, string>> = { category: 'activityCode' };

/** Which of the required columns a table lacks. */
export const missingColumns = (columns: ReadonlySet<string>, required: readonly string[]): string[] =>
  required.filter((column) => !columns.has(column) && !columns.has(INSTEAD[column] ?? column));

/** The column by which a table of advisory contacts is recognised without `--type`. */
export const HEALTH_OFFICE_HEADER = 'authority_id';
