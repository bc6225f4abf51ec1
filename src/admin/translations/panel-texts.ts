/** What an editor reads at one field: its label, and the help text below it. */
export type FieldText = readonly [label: string, help: string];

export interface ModelText {
  /** Heading of the type in menu and lists (plural for collection types), or name of the component. */
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldText>>;
}

/** All texts of ours in one language. Keyed by uid and attribute name, so a test can compare them with the schemas. */
export interface PanelTexts {
  readonly types: Readonly<Record<string, ModelText>>;
  readonly components: Readonly<Record<string, ModelText>>;
  /** Enumeration values as an editor reads them; one value has one meaning in all types. */
  readonly values: Readonly<Record<string, string>>;
  /** Labels of what Strapi adds to every entry. */
  readonly systemFields: Readonly<Record<string, string>>;
  /** Messages of our own panels, and core messages we word differently. */
  readonly messages: Readonly<Record<string, string>>;
}
