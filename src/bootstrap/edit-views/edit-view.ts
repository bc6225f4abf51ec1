/** The initial arrangement of the form and the list of one type or component; an editor may rearrange them later. */
export interface EditView {
  /**
   * Rows of the form: attribute name to width in columns, at most 12 in a row. Components, JSON and blocks always take
   * a whole row, since Strapi moves narrower ones to the end.
   */
  readonly edit: readonly Readonly<Record<string, number>>[];
  /** Columns of the list; Strapi adds the state itself. Not for components. */
  readonly list?: readonly string[];
  /** The attribute that identifies an entry in relations and rows. */
  readonly mainField: string;
  readonly sort?: readonly [attribute: string, order: 'ASC' | 'DESC'];
  /** Shown but not editable, since the server fills them. */
  readonly readOnly?: readonly string[];
}
