import type { Language } from '../domain/language';
import type { QueryRefusal } from './domain/query-shape';
import { MAX_LISTS, MAX_RELATIONS, type WorkRefusal } from './domain/query-work';

/** What to tell a site whose query is refused; `{param}` is the parameter, `{found}` what was in it. */
export const QUERY_MESSAGES: Readonly<Record<QueryRefusal | WorkRefusal, Record<Language, string>>> = {
  drafts: {
    de: '{param}: Von außen ist nur Veröffentlichtes lesbar. Bitte lassen Sie den Parameter weg.',
    en: '{param}: only what is published can be read from outside. Please leave the parameter out.',
  },
  locale: {
    de: '{param}: „{found}“ ist hier nicht möglich. Bitte nennen Sie genau eine Sprache (BCP 47) als ?locale=de oder ?locale=en.',
    en: '{param}: “{found}” is not possible here. Please name exactly one language (BCP 47) as ?locale=de or ?locale=en.',
  },
  'private-field': {
    de: '{param}: „{found}“ ist nicht öffentlich. Bitte lassen Sie es weg.',
    en: '{param}: “{found}” is not public. Please leave it out.',
  },
  'text-null': {
    de: 'Die Anfrage enthält ein Nullzeichen (U+0000). Bitte entfernen Sie es.',
    en: 'The request contains a null character (U+0000). Please remove it.',
  },
  'search-shape': {
    de: '_q: Bitte geben Sie einen Suchtext mit höchstens 200 Zeichen an.',
    en: '_q: please give a search text of 200 characters at most.',
  },
  'filter-shape': {
    de: '{param}: „{found}“ ist kein Filter. Bitte schreiben Sie filters[feld][$operator]=wert; $between braucht zwei Werte.',
    en: '{param}: “{found}” is not a filter. Please write filters[field][$operator]=value; $between needs two values.',
  },
  'pagination-shape': {
    de: '{param}: „{found}“ geht nicht. Bitte verwenden Sie ganze Zahlen: page und pageSize ab 1 oder start ab 0 und limit ab 1; eine Seite hat höchstens 100 Einträge.',
    en: '{param}: “{found}” is not possible. Please use whole numbers: page and pageSize from 1, or start from 0 and limit from 1; a page has 100 entries at most.',
  },
  'too-deep': {
    de: '{param}: Die Anfrage ist zu tief verschachtelt. Bitte vereinfachen Sie sie.',
    en: '{param}: the query is nested too deeply. Please simplify it.',
  },
  'too-large': {
    de: '{param}: Die Anfrage hat zu viele Teile. Bitte teilen Sie sie auf.',
    en: '{param}: the query has too many parts. Please split it.',
  },
  'too-many-lists': {
    de: `{param}: Höchstens ${MAX_LISTS} Bedingungen einer Anfrage dürfen in Listen führen (Kategorien, Zeiten, Bilder). Bitte fragen Sie mit $in nach mehreren Werten oder teilen Sie die Anfrage auf.`,
    en: `{param}: at most ${MAX_LISTS} conditions of a request may lead into lists (categories, hours, pictures). Please ask for several values with $in, or split the request.`,
  },
  'too-many-relations': {
    de: `{param}: Höchstens ${MAX_RELATIONS} Bedingungen einer Anfrage dürfen zu verbundenen Einträgen führen. Bitte fragen Sie mit $in nach mehreren Werten oder teilen Sie die Anfrage auf.`,
    en: `{param}: at most ${MAX_RELATIONS} conditions of a request may lead to related entries. Please ask for several values with $in, or split the request.`,
  },
  'sort-lists': {
    de: '{param}: Sortieren lässt sich nach höchstens einer Liste (Kategorien, Zeiten, Bilder). Bitte lassen Sie die anderen weg.',
    en: '{param}: entries can be sorted by one list at most (categories, hours, pictures). Please leave the others out.',
  },
  'sort-relations': {
    de: '{param}: Verbundene Einträge lassen sich nur nach eigenen Feldern sortieren. Bitte nennen Sie eines davon.',
    en: '{param}: related entries can be sorted by fields of their own only. Please name one of them.',
  },
};

/** The sentence for a refused query. */
export const queryMessage = (
  reason: QueryRefusal | WorkRefusal,
  language: Language,
  details: { param: string; found: string },
): string =>
  QUERY_MESSAGES[reason][language].replace('{param}', details.param).replace('{found}', details.found);
