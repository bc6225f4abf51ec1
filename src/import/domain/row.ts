/** A row of a CSV file by our column names; unknown columns are left out. */
export type Row = Readonly<Record<string, string>>;
