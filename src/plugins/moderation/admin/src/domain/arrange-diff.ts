import type { FieldDifference, LocaleDifference } from '#src/plugins/moderation/server/src/domain/diff';

/** The fields of one locale, changed ones separate from the rest. */
export interface DiffSection {
  /** Null for what is the same in every locale and shown only once. */
  readonly locale: string | null;
  readonly status: LocaleDifference['status'];
  readonly changed: readonly FieldDifference[];
  readonly unchanged: readonly FieldDifference[];
}

/**
 * Sorts a difference into sections: first what is the same in every locale, then each locale's own. A fact is the same
 * in all by its schema; a mixed component (such as hours with a note) is if the locales agree on it.
 * @param isFact whether an attribute has one value for all locales
 */
export function arrangeDiff(
  difference: readonly LocaleDifference[],
  isFact: (name: string) => boolean,
): DiffSection[] {
  // A new locale has no public version of the facts; a removed one has no submitted version.
  const whole = difference.find(({ status }) => status === 'changed' || status === 'same') ?? difference[0];
  if (!whole) return [];
  const shared = whole.fields.filter(({ name }) => isFact(name) || agree(difference, name));
  const own = difference.map(({ locale, status, fields }) =>
    section(
      locale,
      status,
      fields.filter(({ name }) => shared.every((field) => field.name !== name)),
    ),
  );
  return [section(null, whole.status, shared), ...own].filter(
    ({ changed, unchanged }) => changed.length + unchanged.length > 0,
  );
}

function section(
  locale: string | null,
  status: LocaleDifference['status'],
  fields: readonly FieldDifference[],
): DiffSection {
  return {
    locale,
    status,
    changed: fields.filter(({ changed }) => changed),
    unchanged: fields.filter(({ changed }) => !changed),
  };
}

function agree(difference: readonly LocaleDifference[], name: string): boolean {
  if (difference.length < 2) return false;
  const said = (side: 'before' | 'after', without: LocaleDifference['status']): Set<string> =>
    new Set(
      difference
        .filter(({ status }) => status !== without)
        .flatMap(({ fields }) => fields.filter((field) => field.name === name))
        .map((field) => JSON.stringify(field[side] ?? null)),
    );
  return said('before', 'added').size <= 1 && said('after', 'removed').size <= 1;
}
