import type { Catalogue } from './catalogue';

/** The values for the placeholders of a sentence. */
export type Details = Readonly<Record<string, string | number>>;

// 80 characters of a refused value are enough to recognise it.
const EXCERPT = 80;

// Never shortened: our own texts and the message of the opening-hours parser, not something a client sent.
const WHOLE: ReadonlySet<string> = new Set([
  'allowed',
  'choices',
  'expected',
  'field',
  'forms',
  'known',
  'problem',
  'services',
  'suggestions',
  'types',
]);

const excerpt = (value: string | number): string => {
  const text = String(value);
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
};

type Words = Pick<Catalogue, 'states' | 'units'>;

const wordOf = ({ states }: Words, state: string | number): string =>
  (states as Readonly<Record<string, string>>)[state] ?? String(state);

/** A bound with what it counts, which the detail `unit` says. */
function boundOf({ units }: Words, bound: string | number, { unit = 'amount' }: Details): string {
  const written = (units as Readonly<Record<string, (number: number) => string>>)[unit];
  return written && Number.isFinite(Number(bound)) ? written(Number(bound)) : String(bound);
}

/**
 * Fills `{name}` with a detail, `{name:state}` with the catalogue's word for that state, and `{name:unit}` with a bound and
 * what it counts.
 */
export const fill = (sentence: string, details: Details, words: Words): string =>
  sentence.replace(/\{(\w+)(:state|:unit)?\}/g, (_match, name: string, as?: string) => {
    const value = details[name] ?? '';
    if (as === ':state') return wordOf(words, value);
    if (as === ':unit') return boundOf(words, value, details);
    return WHOLE.has(name) ? String(value) : excerpt(value);
  });
