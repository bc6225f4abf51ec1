import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { listingTypes, typeNamed } from '#src/listing/listing-types';
import { askerOf } from '#src/writing/origin';
import type { Actor } from '../contract';
import type { ModerationService } from '../contract';
import { refuse } from '../services/refuse';

/** The context of a request to one of our routes. */
export type RouteContext = Context & {
  params: Record<string, string>;
  request: { body?: unknown };
};

export const submissionsOf = (strapi: Core.Strapi): ModerationService =>
  strapi.plugin('moderation').service('submissions');

/** The editor behind an admin route, admitted by its policies. */
export function editorOf(strapi: Core.Strapi): Actor & { id: number; name: string } {
  const { kind, id, name } = askerOf(strapi);
  if (kind !== 'editor' || id === null) throw refuse('not-yours');
  return { kind, id, name: name ?? '' };
}

/** The moderated type named in a path. @throws 404 */
export function uidOrRefuse(strapi: Core.Strapi, name: string): string {
  const type = typeNamed(listingTypes(strapi).moderated, name);
  if (!type) throw refuse('not-found');
  return type.uid;
}

/** A number in a path. @throws 404 if it is not a number */
export function idOrRefuse(value: string | undefined): number {
  const id = Number(value);
  if (!Number.isInteger(id) || id < 1 || id > 2_147_483_647) throw refuse('not-found');
  return id;
}

/** The pagination in an answer, in Strapi's form. */
export const pageMeta = ({ page, pageSize }: { page: number; pageSize: number }, total: number) => ({
  pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
});
