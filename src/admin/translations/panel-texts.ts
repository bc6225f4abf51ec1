/** The texts at one field: its label, and the help text below it. */
export type FieldText = readonly [label: string, help: string];

export interface ModelText {
  /** Heading of the type in menu and lists (plural for collection types), or name of the component. */
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldText>>;
}

/** All our texts in one language. Keyed by uid and attribute name, so a test can compare them with the schemas. */
export interface PanelTexts {
  readonly types: Readonly<Record<string, ModelText>>;
  readonly components: Readonly<Record<string, ModelText>>;
  /** Enumeration values in an editor's words; a value has the same meaning in all types. */
  readonly values: Readonly<Record<string, string>>;
  /** Labels of what Strapi adds to every entry. */
  readonly systemFields: Readonly<Record<string, string>>;
  /** Messages of our own panels, and Strapi's messages that we word differently. */
  readonly messages: Readonly<Record<string, string>>;
}
