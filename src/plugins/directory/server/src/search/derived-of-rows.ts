import type { Core } from '@strapi/strapi';
import { derivedFields, derivedValues } from '#src/listing/derived/index';
import { listingTypes } from '#src/listing/listing-types';

type Facts = Readonly<Record<string, unknown>>;

/** The part of a read model row from which values are derived. */
interface Row {
  readonly document_id: string | null;
  readonly type: string;
}

interface Source<Given extends Row> {
  /** What the row shows of its document. */
  readonly shown: (row: Given) => Facts;
  /** The language of its content. */
  readonly locale: string;
  /** Whether rows hold only the attributes in `directory.show` of their type. */
  readonly onlyShown?: boolean;
}

const NOTHING: Facts = {};

/** The derived values of rows, in order; only rows of types with derived fields are parsed. */
export async function derivedOfRows<Given extends Row>(
  strapi: Core.Strapi,
  rows: readonly Given[],
  now: Date,
  { shown, locale, onlyShown = false }: Source<Given>,
): Promise<readonly Facts[]> {
  const all = rows.map(() => NOTHING);
  for (const { uid, type, directory } of listingTypes(strapi).directory.values()) {
    const known = onlyShown ? directory.show : undefined;
    const fields = Object.values(derivedFields(uid));
    if (!fields.some(({ from }) => !known || from.every((name) => known.includes(name)))) continue;
    const places = [...rows.keys()].filter((at) => rows[at]?.type === type);
    const documents = places.map((at) => {
      const row = rows[at] as Given;
      return { ...shown(row), documentId: row.document_id, locale };
    });
    const values = await derivedValues(strapi, uid, documents, now, known);
    for (const [index, at] of places.entries()) all[at] = values[index] ?? NOTHING;
  }
  return all;
}
