import type { ColumnNames } from './csv-table';

const SHARED: ColumnNames = {
  externalId: ['id', 'external id', 'nr', 'nummer', 'kennung', 'authority_id'],
  street: ['strasse', 'adresse', 'anschrift'],
  houseNumber: ['house number', 'hausnummer', 'hausnr'],
  postcode: ['plz', 'postleitzahl', 'postalcode', 'zip'],
  place: ['ort', 'stadt', 'city', 'town'],
  phone: ['telefon', 'tel', 'rufnummer'],
  fax: ['telefax'],
  email: ['e-mail', 'mail', 'emailadresse'],
  website: ['web', 'webseite', 'internet', 'homepage', 'url'],
  openingHours: ['opening_hours', 'hours', 'oeffnungszeiten', 'zeiten'],
  description: ['beschreibung', 'description_de'],
  descriptionEn: ['beschreibung_en'],
  attribution: ['quelle', 'namensnennung'],
  licenceUrl: ['licence', 'license', 'lizenz'],
};

/** Columns of a table of businesses, with their German spellings. `docs/import.md` lists them for operators. */
export const BUSINESS_COLUMNS: ColumnNames = {
  ...SHARED,
  name: ['betrieb', 'firma', 'bezeichnung', 'title', 'titel'],
  category: ['kategorie', 'kategorien', 'categories', 'branche', 'osm_tag'],
  latitude: ['lat', 'breite', 'breitengrad'],
  longitude: ['lon', 'lng', 'long', 'laenge', 'laengengrad'],
  mobile: ['mobil', 'handy'],
  district: ['stadtteil', 'bezirk', 'stadtbezirk', 'ortsteil'],
  sizeClass: ['groesse', 'groessenklasse'],
  chain: ['kette', 'filialist'],
  delivery: ['lieferung', 'lieferdienst'],
  takeaway: ['abholung', 'pickup'],
  operator: ['betreiber', 'inhaber'],
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

/** The column by which a table of advisory contacts is recognised without `--type`. */
export const HEALTH_OFFICE_HEADER = 'authority_id';
