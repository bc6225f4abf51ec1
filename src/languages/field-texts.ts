/**
 * What an editor reads at one field: its label, and the help text below it. In the form of contributors the same, unless
 * it has other words: there an amount is entered in euros, hours in a table.
 */
export type FieldText = readonly [
  label: string,
  help: string,
  inForm?: readonly [label: string, help: string],
];

export interface ModelText {
  /** Heading of the type in menu and lists (plural for collection types), or name of the component. */
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldText>>;
}

/** What types, components and their fields are called. Keyed by uid and attribute name, so a test can compare them with the schemas. */
export interface FieldTexts {
  readonly types: Readonly<Record<string, ModelText>>;
  readonly components: Readonly<Record<string, ModelText>>;
  /** Enumeration values as an editor reads them; one value has one meaning in all types. */
  readonly values: Readonly<Record<string, string>>;
}
