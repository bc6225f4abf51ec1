import type { Json } from './node';

// Every term whose value may be a language map. A plain string under such a term is still valid.
const LOCALIZED = [
  'abstract',
  'areaServed',
  'articleBody',
  'caption',
  'description',
  'disambiguatingDescription',
  'headline',
  'keywords',
  'name',
  'value',
] as const;

const languageMap = (term: string): [string, Json] => [
  term,
  { '@id': `schema:${term}`, '@container': '@language' },
];

/** The `@context` of a listing whose texts are language maps (JSON-LD 1.1, section 4.6.3). */
export const LANGUAGE_MAPS: Json = [
  'https://schema.org',
  Object.fromEntries([['schema', 'https://schema.org/'] as [string, Json], ...LOCALIZED.map(languageMap)]),
];

/** The `@context` of a listing in one language. */
export const oneLanguage = (language: string): Json => ['https://schema.org', { '@language': language }];
