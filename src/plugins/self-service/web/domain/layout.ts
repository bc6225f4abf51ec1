import type { FormField } from '@stadtverbund/client';

/** A part of a form. The first is always open; the others open when they are wanted. */
export interface Section {
  readonly kind: 'first' | 'own' | 'further';
  /** Of its one field, if it has one. */
  readonly label?: string;
  readonly fields: readonly FormField[];
}

// With as few fields there is nothing to put away.
const FEW = 12;

const OWN_SECTION: ReadonlySet<string> = new Set(['hours', 'group', 'groups', 'picture', 'pictures']);

// What is read in lists and is written in a minute.
const SHORT_TEXT = 500;

const isShortText = ({ kind, maxLength = Number.POSITIVE_INFINITY }: FormField): boolean =>
  kind === 'long-text' && maxLength <= SHORT_TEXT;

const isFirst = (field: FormField, isShort: boolean): boolean =>
  !OWN_SECTION.has(field.kind) && (field.required || isShort || isShortText(field));

/**
 * The parts of a form: what has to be entered first, then what has an editor of its own, then the rest. In a form with few
 * fields all plain ones are in the first part.
 */
export function sectionsOf(fields: readonly FormField[]): readonly Section[] {
  const isShort = fields.length <= FEW;
  const first = fields.filter((field) => isFirst(field, isShort));
  const own = fields.filter((field) => OWN_SECTION.has(field.kind));
  const further = fields.filter((field) => !first.includes(field) && !own.includes(field));
  return [
    { kind: 'first' as const, fields: first },
    ...own.map((field) => ({ kind: 'own' as const, label: field.label, fields: [field] })),
    { kind: 'further' as const, fields: further },
  ].filter((section) => section.fields.length > 0);
}

/** A form with few fields, all of it open: what has an editor of its own comes first. */
export const openSections = (fields: readonly FormField[]): readonly Section[] => [
  {
    kind: 'first',
    fields: [...fields].sort(
      (one, other) => Number(OWN_SECTION.has(other.kind)) - Number(OWN_SECTION.has(one.kind)),
    ),
  },
];

/** Of these fields, and of groups the parts, those whose change is public at once. */
export function immediateFields(fields: readonly FormField[]): readonly FormField[] {
  return fields.flatMap((field) => {
    if (field.immediate) return [field];
    const inner = immediateFields(field.fields ?? []);
    if (inner.length === 0) return [];
    // Rows are edited as a whole.
    return [field.repeatable ? field : ({ ...field, fields: inner } as FormField)];
  });
}
