import { changedFields, type ContentVersion, type FieldName } from './content-version';

/** What a form is about to do: change some fields, make the draft public, or drop it. */
export type FormAction = 'save' | 'publish' | 'drop';

/** A write of a form, measured against what the form has shown. */
export interface FormWrite {
  readonly action: FormAction;
  /** The locale that the form shows. */
  readonly locale: string;
  /** What the form puts in place of what was there: the digest of each field's new value. */
  readonly given: Readonly<Record<string, string>>;
  /** The locales that the action reaches; a save reaches its own. */
  readonly reaches: readonly string[];
  /** The fields that say the same in every locale. */
  readonly shared: ReadonlySet<string>;
}

export interface Unseen {
  /** Changed by others and, otherwise, by this form: somebody has to choose. */
  readonly conflicts: readonly FieldName[];
  /** Changed by others only: kept as they are now. */
  readonly others: readonly FieldName[];
  /** Nothing may be written. */
  readonly refused: boolean;
}

/**
 * What has changed since a form was given its content. A save touches only its own fields, so it goes on as long as
 * nobody else wrote those; what becomes public or is dropped has to be seen as a whole.
 */
export function unseenBy(write: FormWrite, seen: ContentVersion, now: ContentVersion): Unseen {
  const { action, locale, given, reaches, shared } = write;
  const changed = changedFields(seen, now)
    .filter((name) => reaches.includes(name.locale))
    // A shared field is told once, in the language of the form.
    .filter((name) => name.locale === locale || !shared.has(name.field) || !reaches.includes(locale));
  const isGiven = (name: FieldName): boolean => name.locale === locale && name.field in given;
  const conflicts = changed.filter(
    (name) => isGiven(name) && given[name.field] !== now[locale]?.[name.field],
  );
  const others = changed.filter((name) => !isGiven(name));
  return { conflicts, others, refused: conflicts.length > 0 || (action !== 'save' && others.length > 0) };
}
