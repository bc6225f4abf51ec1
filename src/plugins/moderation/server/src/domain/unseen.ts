import { changedFields, type ContentVersion, type FieldName } from './content-version';

/** What a form is about to do: change some fields, publish the draft, or discard it. */
export type FormAction = 'save' | 'publish' | 'drop';

/** A form's write, to be compared with what the form has shown. */
export interface FormWrite {
  readonly action: FormAction;
  /** The locale that the form shows. */
  readonly locale: string;
  /** The digest of each field's new value. */
  readonly given: Readonly<Record<string, string>>;
  /** The locales that the action affects; a save affects only its own. */
  readonly reaches: readonly string[];
  /** The fields that are the same in every locale. */
  readonly shared: ReadonlySet<string>;
}

export interface Unseen {
  /** Changed by others and differently by this form, so someone has to choose. */
  readonly conflicts: readonly FieldName[];
  /** Changed only by others; they keep their current values. */
  readonly others: readonly FieldName[];
  /** Whether nothing may be written. */
  readonly refused: boolean;
}

/**
 * What has changed since a form got its content. A save touches only its own fields, so it is accepted as long as
 * nobody else wrote those; what is published or discarded must have been seen completely.
 */
export function unseenBy(write: FormWrite, seen: ContentVersion, now: ContentVersion): Unseen {
  const { action, locale, given, reaches, shared } = write;
  const changed = changedFields(seen, now)
    .filter((name) => reaches.includes(name.locale))
    // A shared field is reported once, in the language of the form.
    .filter((name) => name.locale === locale || !shared.has(name.field) || !reaches.includes(locale));
  const isGiven = (name: FieldName): boolean => name.locale === locale && name.field in given;
  const conflicts = changed.filter(
    (name) => isGiven(name) && given[name.field] !== now[locale]?.[name.field],
  );
  const others = changed.filter((name) => !isGiven(name));
  return { conflicts, others, refused: conflicts.length > 0 || (action !== 'save' && others.length > 0) };
}
