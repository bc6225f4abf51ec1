import { VALUE_KINDS } from '#src/writing/rules/attribute-rules';

export const FIELD_KINDS = [
  ...VALUE_KINDS,
  'address',
  'point',
  'hours',
  'picture',
  'pictures',
  'file',
  'files',
  'relation',
  'group',
  'groups',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** What a form needs to know of one field: what it is called, what it admits. The same in any depth. */
export interface FormField {
  readonly name: string;
  /** What kind of value, and so which editor (docs/api.md lists them). */
  readonly kind: FieldKind;
  readonly label: string;
  readonly help?: string;
  /** Without it a listing cannot be submitted; in a group: without it the group cannot. */
  readonly required: boolean;
  /** Only if none of these other fields is filled in. */
  readonly requiredUnless?: readonly string[];
  /** Only in this language. */
  readonly requiredIn?: string;
  /** Without it nothing is stored. */
  readonly requiredAtOnce?: true;
  readonly default?: unknown;
  /** In characters. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** Only whole numbers. */
  readonly step?: 1;
  /** A regular expression (ECMA-262) that a text matches somewhere. */
  readonly pattern?: string;
  readonly options?: readonly FormOption[];
  /** What is in a group, or in each of its rows. */
  readonly fields?: readonly FormField[];
  /** Whether the value is a list. */
  readonly repeatable?: true;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** How many rows may have the same value in one of their fields. */
  readonly maxItemsEach?: { readonly field: string; readonly maxItems: number };
  /** Whether each language has its own. */
  readonly localized: boolean;
  /** Whether a change of it is public at once, without review. */
  readonly immediate: boolean;
  /** Only if the whole text, in its normal form, matches this regular expression. */
  readonly immediateIf?: string;
  readonly relation?: FormRelation;
  /** Of files: what may be uploaded. */
  readonly accepts?: readonly string[];
  readonly maxBytes?: number;
  /** Not before the day or moment in this other field. */
  readonly notBefore?: string;
  /** A point has to be within so many km of this one. */
  readonly within?: { readonly latitude: number; readonly longitude: number; readonly km: number };
}

export interface FormOption {
  readonly value: string;
  readonly label: string;
  /** False where this city does not admit a business that is this. */
  readonly admitted: boolean;
}

export interface FormRelation {
  /** Where it can be chosen from: `/api/{collection}`, or `/api/my/{collection}` if `own`. */
  readonly collection: string;
  readonly type: string;
  /** The attribute with its name. */
  readonly name: string;
  /** Whether it has to be one of the account's own. */
  readonly own: boolean;
}
