import type { Refused } from '../../domain/checked';
import type { Language } from '../../domain/language';
import { messageOf } from '../../domain/messages';

const SENTENCES = {
  'no-name': {
    de: 'name: Der Datensatz hat keinen Namen, und weder Betreiber noch Ort, aus denen sich einer bilden ließe.',
    en: 'name: the record has no name, and neither an operator nor a place to make one from.',
  },
  'no-category': {
    de: 'categories: Kein Tag dieses Datensatzes gehört zu einer Kategorie von Betrieben ({found}).',
    en: 'categories: no tag of this record belongs to a category of businesses ({found}).',
  },
  'no-position': {
    de: 'location: Der Datensatz hat weder Koordinaten noch eine Adresse.',
    en: 'location: the record has neither coordinates nor an address.',
  },
  'no-reachability': {
    de: 'phones: Der Datensatz hat weder Telefonnummer noch E-Mail-Adresse noch Webadresse.',
    en: 'phones: the record has no phone number, no e-mail address and no web address.',
  },
  'bad-geometry': {
    de: 'location: Die Koordinaten sind keine Zahlen in der Reihenfolge Länge, Breite ({found}).',
    en: 'location: the coordinates are not numbers in the order longitude, latitude ({found}).',
  },
  'no-tags': {
    de: 'properties: Das Feature hat keine Eigenschaften.',
    en: 'properties: the feature has no properties.',
  },
  twice: {
    de: 'externalId: Diese Kennung kommt in der Datei schon vorher vor; der erste Datensatz gilt.',
    en: 'externalId: this id occurs earlier in the file; the first record counts.',
  },
  'name-composed': {
    de: 'name: Der Name wurde aus Kategorie und Betreiber oder Ort gebildet.',
    en: 'name: the name was made from the category and the operator or place.',
  },
  'number-without-field': {
    de: '{field}: Für die weitere Nummer {found} gibt es kein Feld; sie wurde weggelassen.',
    en: '{field}: there is no field for the further number {found}; it was left out.',
  },
  'hours-understood': {
    de: 'hours: „{found}“ wurde gelesen als {rule}.',
    en: 'hours: “{found}” was read as {rule}.',
  },
  'hours-as-comment': {
    de: 'hours: „{found}“ ist keine Regel und steht nun als Kommentar im Feld. {asked}',
    en: 'hours: “{found}” is no rule and was kept as a comment. {asked}',
  },
  'hours-in-part': {
    de: 'hours: „{found}“ ist nur zum Teil zu verstehen ({rule}) und steht nun als Kommentar im Feld. {asked}',
    en: 'hours: “{found}” is understood in part only ({rule}) and was kept as a comment. {asked}',
  },
  'value-unknown': {
    de: '{field}: „{found}“ ist hier nicht bekannt und wurde weggelassen.',
    en: '{field}: “{found}” is not known here and was left out.',
  },
} as const;

export type NoteCode = keyof typeof SENTENCES;

/** What the report says about a record. */
export type Note =
  | {
      code: NoteCode;
      field?: string;
      found?: string;
      /** The opening hours that were understood. */
      rule?: string;
      /** What has to be known to understand more, in sentences. */
      asked?: string;
    }
  /** A value that a shared rule refuses; the record goes in without it. */
  | { refused: Refused; field: string };

const LEFT_OUT: Record<Language, string> = {
  de: 'Der Wert wurde weggelassen.',
  en: 'The value was left out.',
};

/** The sentence of a note in the language of the report. */
export const noteText = (note: Note, language: Language): string => {
  if ('refused' in note) {
    const { reason, details } = note.refused;
    return `${messageOf(reason, language, note.field, details)} ${LEFT_OUT[language]}`;
  }
  const { field = '', found = '', rule = '', asked = '' } = note;
  const details: Record<string, string> = { field, found, rule, asked };
  return SENTENCES[note.code][language]
    .replace(/\{(\w+)\}/g, (_gap, name: string) => details[name] ?? '')
    .trim();
};

/** What a mapping made of a source record. */
export type Mapped<R> =
  { ok: true; record: R; notes: Note[] } | { ok: false; externalId: string; name: string; notes: Note[] };
