import type { TableRow } from './csv-table';
import type { Mapped } from './notes';

/**
 * The rows of a table, each mapped. Rows that may be one broken row are one, and rejected, where what comes after a break
 * is no record by itself; where each is a record, they only leave out empty cells.
 */
export const mapRows = <R>(rows: readonly TableRow[], map: (row: TableRow) => Mapped<R>): Mapped<R>[] => {
  const mapped: Mapped<R>[] = [];
  for (let at = 0; at < rows.length;) {
    const row = rows[at] as TableRow;
    const others = rows.slice(at + 1, at + (row.parts ?? 1));
    const last = others.at(-1);
    const isBroken = last !== undefined && others.some((other) => !map(other).ok);
    const damage = { code: 'row-broken' as const, line: row.line, found: String(last?.line ?? row.line) };
    mapped.push(map(isBroken ? { ...row, damage } : row));
    at += isBroken ? others.length + 1 : 1;
  }
  return mapped;
};
