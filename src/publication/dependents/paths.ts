import type { Core } from '@strapi/strapi';
import { isPublicType } from '../../listing/listing-types';
import { modelOf } from '../../platform/strapi/models';
import { componentsIn, contentAttributes, FILE, type Attribute } from '../../platform/strapi/schema';
import { joinTableOf, tableOf } from '../../platform/strapi/tables';

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
  const { tableName } = tableOf(strapi, source);
  let aliases = 0;
  const alias = (): string => `j${++aliases}`;

  const inside = (place: Place): Path[] =>
    contentAttributes(modelOf(strapi, place.uid)).flatMap(([name, attribute]) => {
      if (attribute.type === 'media') return [toFiles(place, name)];
      if (attribute.type === 'relation') return toDocuments(place, name, attribute);
      return componentsIn(attribute).flatMap((part) => inside(intoPart(place, name, part)));
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
    const toShown = `join "${tableOf(strapi, target).tableName}" ${shown}
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
