import Table from 'cli-table3';
import type { ImportReport } from '../../src/import/report';

// Used if the terminal does not report its width.
const DEFAULT_WIDTH = 120;

const STATUS_WIDTH = 11;
const BORDERS = 5;

/** The report as a table for a terminal: one row per record, then the totals. */
export function reportTable({ records, totals }: ImportReport, width = DEFAULT_WIDTH): string {
  const rest = Math.max(width - STATUS_WIDTH - BORDERS, 60);
  const idWidth = Math.floor(rest * 0.24);
  const nameWidth = Math.floor(rest * 0.3);
  const table = new Table({
    head: ['status', 'id', 'name', 'reasons'],
    colWidths: [STATUS_WIDTH, idWidth, nameWidth, rest - idWidth - nameWidth],
    wordWrap: true,
    style: { compact: true, head: [], border: [] },
  });
  for (const { status, line, externalId, name, reasons } of records) {
    const id = line === undefined ? externalId : `line ${line}\n${externalId}`;
    table.push([status, id, name, reasons.join('\n')]);
  }
  const counts = Object.entries(totals).map(([status, count]) => `${count} ${status}`);
  return `${table.toString()}\n${records.length} records: ${counts.join(', ')}`;
}
