/** An attribute as @strapi/database describes it. */
export interface Column {
  type: string;
  columnName?: string;
}

export interface TableModel {
  tableName: string;
  attributes: Readonly<Record<string, Column>>;
}

type Row = Readonly<Record<string, unknown>>;

// What JSON holds in another form than @strapi/database hands on. A moment without a zone is local time, as there.
const CONVERSIONS: Readonly<Record<string, (value: unknown) => unknown>> = {
  datetime: (value) => new Date(String(value)),
  timestamp: (value) => new Date(String(value)),
  decimal: Number,
  biginteger: String,
};

const converted = (type: string, value: unknown): unknown =>
  value === null ? null : (CONVERSIONS[type]?.(value) ?? value);

/** A row of a table, as `to_jsonb` writes it, with the names and values of its attributes. */
export function entityOfRow({ attributes }: TableModel, row: Row): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, { type, columnName }]) =>
      columnName !== undefined && columnName in row ? [[name, converted(type, row[columnName])]] : [],
    ),
  );
}
