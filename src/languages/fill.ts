import type { Catalogue } from './catalogue';

/** What the placeholders of a sentence are filled with. */
export type Details = Readonly<Record<string, string | number>>;

// 80 characters of a refused value are enough to recognise it.
const EXCERPT = 80;

// Ours, and the opening-hours parser's own sentence: not what somebody has sent.
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

/** Fills `{name}` with a detail, and `{name:state}` with what the catalogue calls it. */
export const fill = (sentence: string, details: Details, { states }: Pick<Catalogue, 'states'>): string =>
  sentence.replace(/\{(\w+)(:state)?\}/g, (_match, name: string, isState?: string) => {
    const value = details[name] ?? '';
    if (isState) return (states as Readonly<Record<string, string>>)[value] ?? String(value);
    return WHOLE.has(name) ? String(value) : excerpt(value);
  });
