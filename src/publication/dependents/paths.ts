import type { Core } from '@strapi/strapi';
import { isPublicType } from '../../listing/listing-types';

/** How rows of one content type show something: the joins from `s`, the type's table, to its key. */
export interface Path {
  /** The content type that shows. */
  readonly source: string;
  readonly sourceTable: string;
  /** What is shown: the uid of a content type, or that of files. */
  readonly target: string;
  readonly joins: string;
  /** The joined table whose rows are shown. */
  readonly shown: string;
  /** The column that identifies what is shown: a document id, or the id of a file. */
  readonly key: string;
}

export const FILE = 'plugin::upload.file';

interface Attribute {
  readonly type: string;
  readonly component?: string;
  readonly components?: readonly string[];
  readonly target?: string;
  readonly unstable_virtual?: boolean;
}

interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
}

interface Place {
  readonly uid: string;
  /** The id of the row with the attributes of `uid`. */
  readonly row: string;
  readonly joins: string;
}

const FILES_LINK = 'files_related_mph';

// Names come from Strapi's metadata and from schema files, never from a request.
const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** Every way in which published rows of a content type show other documents and files, at any depth of components. */
export function pathsFrom(strapi: Core.Strapi, source: string): Path[] {
  const { tableName } = strapi.db.metadata.get(source);
  let aliases = 0;
  const alias = (): string => `j${++aliases}`;

  const inside = (place: Place): Path[] =>
    Object.entries(attributesOf(strapi, place.uid)).flatMap(([name, attribute]) => {
      if (attribute.type === 'media') return [toFiles(place, name)];
      if (attribute.type === 'component' || attribute.type === 'dynamiczone')
        return partsOf(attribute).flatMap((part) => inside(intoPart(place, name, part)));
      return attribute.type === 'relation' ? toDocuments(place, name, attribute) : [];
    });

  const toFiles = ({ uid, row, joins }: Place, name: string): Path => {
    const link = alias();
    return {
      source,
      sourceTable: tableName,
      target: FILE,
      joins: `${joins} join ${FILES_LINK} ${link} on ${link}.related_id = ${row}
        and ${link}.related_type = ${quoted(uid)} and ${link}.field = ${quoted(name)}`,
      shown: link,
      key: `${link}.file_id`,
    };
  };

  const intoPart = ({ uid, row, joins }: Place, name: string, part: string): Place => {
    const link = alias();
    const table = joinTableOf(strapi, uid, name)?.name;
    return {
      uid: part,
      row: `${link}.cmp_id`,
      joins: `${joins} join "${table}" ${link} on ${link}.entity_id = ${row}
        and ${link}.field = ${quoted(name)} and ${link}.component_type = ${quoted(part)}`,
    };
  };

  const toDocuments = ({ uid, row, joins }: Place, name: string, { target = '' }: Attribute): Path[] => {
    const table = joinTableOf(strapi, uid, name);
    if (!table || !isPublicType(strapi, target)) return [];
    const [link, shown] = [alias(), alias()];
    const toShown = `join "${strapi.db.metadata.get(target).tableName}" ${shown}
      on ${shown}.id = ${link}."${table.inverseJoinColumn.name}"`;
    return [
      {
        source,
        sourceTable: tableName,
        target,
        joins: `${joins} join "${table.name}" ${link} on ${link}."${table.joinColumn.name}" = ${row} ${toShown}`,
        shown,
        key: `${shown}.document_id`,
      },
    ];
  };

  return inside({ uid: source, row: 's.id', joins: '' });
}

const attributesOf = (strapi: Core.Strapi, uid: string): Record<string, Attribute> => {
  const { attributes } = strapi.getModel(uid as Parameters<Core.Strapi['getModel']>[0]);
  const all = Object.entries(attributes as Record<string, Attribute>);
  // Other locales of the same document, which are read together with it.
  return Object.fromEntries(all.filter(([, { unstable_virtual: virtual }]) => virtual !== true));
};

const partsOf = ({ component, components }: Attribute): readonly string[] =>
  component ? [component] : (components ?? []);

export const joinTableOf = (strapi: Core.Strapi, uid: string, name: string): JoinTable | undefined =>
  (strapi.db.metadata.get(uid).attributes[name] as { joinTable?: JoinTable } | undefined)?.joinTable;
