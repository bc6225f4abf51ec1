export type ImportStatus = 'created' | 'updated' | 'unchanged' | 'rejected';

export interface ReportedRecord {
  externalId: string;
  name: string;
  status: ImportStatus;
  /** Why it was rejected, or what of it was left out. */
  reasons: string[];
}

export interface ImportReport {
  records: ReportedRecord[];
  totals: Record<ImportStatus, number>;
}

export const reportOf = (records: ReportedRecord[]): ImportReport => {
  const totals = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (const { status } of records) totals[status] += 1;
  return { records, totals };
};
