import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { placeTable, type PlaceTable } from '../../domain/places';

interface Row {
  plz: string;
  place: string;
  community: string;
}

let table: PlaceTable | undefined;

/** The German postcodes of `data/postcodes-de.csv`, read once when first asked for (0.2 s). */
export function postcodeTable(appRoot: string): PlaceTable {
  if (!table) {
    const file = readFileSync(join(appRoot, 'data', 'postcodes-de.csv'));
    const rows = parse<Row>(file, { columns: true });
    table = placeTable(rows.map(({ plz, place, community }) => ({ postcode: plz, place, community })));
  }
  return table;
}
