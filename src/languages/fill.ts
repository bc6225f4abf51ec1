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

/** Fills `{name}` with a detail, and `{name:state}` with the catalogue's word for that state. */
export const fill = (sentence: string, details: Details, { states }: Pick<Catalogue, 'states'>): string =>
  sentence.replace(/\{(\w+)(:state)?\}/g, (_match, name: string, isState?: string) => {
    const value = details[name] ?? '';
    if (isState) return (states as Readonly<Record<string, string>>)[value] ?? String(value);
    return WHOLE.has(name) ? String(value) : excerpt(value);
  });
