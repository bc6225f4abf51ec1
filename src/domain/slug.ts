import slugify from 'slugify';

// 80 characters keep an address readable; the number of a duplicate still fits into 255.
const MAX_SLUG_LENGTH = 80;

const SHAPE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const shorten = (slug: string): string =>
  slug.length <= MAX_SLUG_LENGTH
    ? slug
    : slug
        .slice(0, MAX_SLUG_LENGTH + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, MAX_SLUG_LENGTH);

/**
 * The slug of a name by German rules: Müller becomes mueller, ß becomes ss, & becomes und.
 * @param fallback used if a name has no letter or digit that can be transliterated
 */
export const slugOf = (name: string, fallback: string): string => {
  const slug = slugify(name.normalize('NFC').replace(/[/._+]/g, ' '), {
    locale: 'de',
    lower: true,
    strict: true,
    trim: true,
  });
  return shorten(slug) || fallback;
};

/** Lower-case letters, digits and single hyphens. */
export const isSlug = (value: string): boolean => SHAPE.test(value) && value.length <= 255;

/** `base`, or the first of `base-2`, `base-3`, … that is free. */
export const nextFreeSlug = (base: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
};
