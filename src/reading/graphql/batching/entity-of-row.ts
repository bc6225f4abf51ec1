import type { Table } from '#src/platform/strapi/tables';

type Row = Readonly<Record<string, unknown>>;

// Values that JSON has in a different form from @strapi/database. A moment without a zone is local time, as there.
const CONVERSIONS: Readonly<Record<string, (value: unknown) => unknown>> = {
  datetime: (value) => new Date(String(value)),
  timestamp: (value) => new Date(String(value)),
  decimal: Number,
  biginteger: String,
};

const converted = (type: string, value: unknown): unknown =>
  value === null ? null : (CONVERSIONS[type]?.(value) ?? value);

/** A row from `to_jsonb` with the names and values of its attributes. */
export function entityOfRow({ attributes }: Pick<Table, 'attributes'>, row: Row): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, { type, columnName }]) =>
      columnName !== undefined && columnName in row ? [[name, converted(type, row[columnName])]] : [],
    ),
  );
}
