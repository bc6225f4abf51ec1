import type { Core } from '@strapi/strapi';
import { noLonger } from './no-longer';
import { isContent } from './schema';

const FILE = 'src/platform/strapi/tables.ts';

/** How Strapi's query engine stores a link between two rows. */
export interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
  readonly orderColumnName?: string;
  readonly inverseOrderColumnName?: string;
}

/** An attribute as it is stored: in a column, or by a link table. */
export interface StoredAttribute {
  readonly type: string;
  readonly columnName?: string;
  readonly target?: string;
  readonly joinTable?: JoinTable;
  /** The link belongs to the other side. */
  readonly mappedBy?: string;
  readonly default?: unknown;
}

/** The table of a content type or component. */
export interface Table {
  readonly uid: string;
  readonly tableName: string;
  readonly attributes: Readonly<Record<string, StoredAttribute>>;
}

/**
 * The table of a content type or component; known once Strapi has loaded. Its link tables are those of our content: one
 * of a file's `related`, which leads to any type, has no `inverseJoinColumn`.
 */
export const tableOf = (strapi: Core.Strapi, uid: string): Table => strapi.db.metadata.get(uid) as Table;

/** All tables of content types and components, those of plugins too. */
export const tablesOf = (strapi: Core.Strapi): Table[] => [...strapi.db.metadata.values()] as Table[];

/** The column of an attribute that is stored in one. */
export const columnOf = ({ attributes }: Pick<Table, 'attributes'>, name: string): string =>
  attributes[name]?.columnName ?? name;

/** The table that links a relation, or the components of a type; `undefined` for what is stored otherwise. */
export const joinTableOf = (strapi: Core.Strapi, uid: string, name: string): JoinTable | undefined =>
  tableOf(strapi, uid).attributes[name]?.joinTable;

/** A new document id, made as Strapi makes its own: by the default of the column. */
export function newDocumentId(strapi: Core.Strapi, uid: string): string {
  const { default: make } = tableOf(strapi, uid).attributes.documentId ?? {};
  if (typeof make !== 'function') throw noLonger(FILE, `${uid} has no maker of document ids`);
  return String((make as () => unknown)());
}

// Our SQL names them itself.
const NAMED_COLUMNS = {
  id: 'id',
  documentId: 'document_id',
  locale: 'locale',
  publishedAt: 'published_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
} as const;

/**
 * Makes sure that Strapi stores content as our SQL reads it: in the columns that it names, and with links in tables that
 * have a column for either side. Call once the tables are synced.
 *
 * @throws Error, which ends the start, so that an upgrade that has changed it does not end requests
 */
export function assertTables(strapi: Core.Strapi): void {
  for (const { uid, attributes } of tablesOf(strapi).filter(({ uid: name }) => isContent(name))) {
    for (const [name, column] of Object.entries(NAMED_COLUMNS))
      if (attributes[name]?.columnName !== column)
        throw noLonger(FILE, `The column of ${name} of ${uid} is not ${column}`);
    for (const [name, { joinTable }] of Object.entries(attributes)) {
      const { joinColumn, inverseJoinColumn }: Partial<JoinTable> = joinTable ?? {};
      if (joinTable && !(joinColumn?.name && inverseJoinColumn?.name))
        throw noLonger(
          FILE,
          `The table of links of ${name} of ${uid} has no joinColumn and inverseJoinColumn`,
        );
    }
  }
}
