import type { FieldDiff } from '../api/contract';

/** The fields of one locale, those that changed apart from the rest. */
export interface DiffSection {
  /** Null for the facts, which hold in every locale. */
  readonly locale: string | null;
  readonly changed: readonly FieldDiff[];
  readonly unchanged: readonly FieldDiff[];
}

/** Sorts a difference into sections: facts first, then the locales in the order the server names them. */
export function arrangeDiff(diff: readonly FieldDiff[]): DiffSection[] {
  const locales = [...new Set(diff.map(({ locale }) => locale))];
  const facts = locales.filter((locale) => locale === null);
  return [...facts, ...locales.filter((locale) => locale !== null)].map((locale) => {
    const fields = diff.filter((field) => field.locale === locale);
    return {
      locale,
      changed: fields.filter(({ changed }) => changed),
      unchanged: fields.filter(({ changed }) => !changed),
    };
  });
}
