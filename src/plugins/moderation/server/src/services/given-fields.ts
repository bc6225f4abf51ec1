import type { Core } from '@strapi/strapi';
import { modelOf } from '#src/platform/strapi/models';
import { ownAttributes } from '#src/platform/strapi/schema';
import { fieldsOf, type Fields } from './revision';

type Row = Record<string, unknown>;

interface Links {
  readonly connect?: readonly Row[];
  readonly disconnect?: readonly Row[];
}

const isLinks = (value: unknown): value is Links =>
  typeof value === 'object' && value !== null && ('connect' in value || 'disconnect' in value);

/** The single document linked afterwards; `undefined` if the links change nothing. */
function linked({ connect = [], disconnect = [] }: Links): unknown {
  const target = connect.at(-1);
  if (target) return { documentId: target.documentId ?? target.id, locale: target.locale ?? null };
  return disconnect.length > 0 ? null : undefined;
}

/**
 * The values that a write sets, in the form of a revision. Links that are added and removed one by one are not
 * included, since links added by others stay.
 */
export function givenFields(strapi: Core.Strapi, uid: string, data: Row): Fields {
  const row: Row = {};
  for (const [name, { type, relation }] of ownAttributes(modelOf(strapi, uid))) {
    const value = data[name];
    if (value === undefined) continue;
    if (type !== 'relation' || !isLinks(value)) row[name] = value;
    else if (!relation?.endsWith('ToMany')) row[name] = linked(value);
  }
  const given = Object.keys(row).filter((name) => row[name] !== undefined);
  return fieldsOf(strapi, uid, row, (shape) =>
    ownAttributes(shape).flatMap(([name]) => (shape.uid !== uid || given.includes(name) ? name : [])),
  );
}
