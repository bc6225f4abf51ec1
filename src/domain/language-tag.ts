import { accept, refuse, type Checked } from './checked';

const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

const canonical = (tag: string): string | undefined => {
  // A grandfathered or over-long primary subtag ("deutsch") is well-formed in BCP 47 but never what was meant.
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** A BCP 47 tag of a language that exists, in canonical form: `DE-de` becomes `de-DE`. */
export const checkLanguageTag = (value: unknown): Checked<string> => {
  const tag = typeof value === 'string' ? canonical(value.trim()) : undefined;
  const known = tag !== undefined && NAMES.of(tag.split('-')[0] ?? '') !== undefined;
  return known ? accept(tag) : refuse('language-unknown', { found: String(value) });
};
