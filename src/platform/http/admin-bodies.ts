import type { Context, Next } from 'koa';
import { z } from 'zod';
import { assertNothing } from '../refusals/refusal';
import { withMiddlewares, type AdminRouteChanges } from '../strapi/patches';

// PostgreSQL's integer
const MAX_ID = 2_147_483_647;

/** The id of a file or a folder. The panel takes some of them from its own address, as strings. */
const rowId = z
  .union([z.int(), z.string().regex(/^[1-9]\d{0,9}$/)])
  .refine((id) => Number(id) >= 1 && Number(id) <= MAX_ID);

const rowIds = z.array(rowId).optional();

const fileInfo = z.looseObject({ folder: rowId.nullish() });

/** Forms send it as JSON, once or for each file. */
const fileInfos = z.preprocess(
  (value) => (Array.isArray(value) ? value.flatMap(readJson) : [readJson(value)].flat()),
  z.array(fileInfo),
);

const media = z.looseObject({ fileInfo: fileInfos.optional() });

const folder = { name: z.string(), parent: rowId.nullish() };

/** Passed on to Strapi's own check, which is more specific; but PostgreSQL has no U+0000. */
const withoutNull = z.unknown().refine((value) => typeof value !== 'string' || !value.includes('\u0000'));

const documentIds = z.looseObject({ documentIds: z.array(z.string().min(1)) });

/**
 * Bodies that Strapi's own checks let through and on which its controllers then fail. Its checks of folders start
 * several queries at once with unchecked input, and only the first failure is handled.
 */
const BODIES: Readonly<Record<string, z.ZodType>> = {
  'POST /admin/permissions/check': z.object({ permissions: z.array(z.object({})) }),
  'POST /admin/login': z.object({ email: withoutNull.optional(), password: withoutNull.optional() }),
  'PUT /admin/homepage/layout': z.strictObject({
    version: z.int().min(1).optional(),
    widgets: z.array(z.strictObject({ uid: z.string().min(1), width: z.literal([4, 6, 8, 12]) })).max(100),
    updatedAt: z.iso.datetime().optional(),
  }),
  'POST /upload': media,
  'POST /upload/files': media,
  'PUT /upload/files/:id': media,
  'POST /upload/files/:id/replace': media,
  'POST /upload/folders': z.looseObject(folder),
  'PUT /upload/folders/:id': z.looseObject(folder).partial(),
  'POST /upload/actions/bulk-move': z.looseObject({
    destinationFolderId: rowId.nullable(),
    fileIds: rowIds,
    folderIds: rowIds,
  }),
  'POST /upload/actions/bulk-delete': z.looseObject({ fileIds: rowIds, folderIds: rowIds }),
  'POST /upload/actions/bulk-update': z.looseObject({
    updates: z.array(z.looseObject({ id: rowId, fileInfo })),
  }),
  'POST /content-manager/collection-types/:model/actions/bulkDelete': documentIds,
  'POST /content-manager/collection-types/:model/actions/bulkPublish': documentIds,
  'POST /content-manager/collection-types/:model/actions/bulkUnpublish': documentIds,
};

const byRow = z.object({ id: rowId });

/** The same for route parameters. */
const PARAMETERS: Readonly<Record<string, z.ZodType>> = {
  'GET /upload/files/:id': byRow,
  'PUT /upload/files/:id': byRow,
  'DELETE /upload/files/:id': byRow,
  'POST /upload/files/:id/replace': byRow,
  'GET /upload/folders/:id': byRow,
  'PUT /upload/folders/:id': byRow,
};

function readJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    // A string is not an object, so it is refused.
    if (error instanceof SyntaxError) return value;
    throw error;
  }
}

const checked =
  (shape: z.ZodType, of: (ctx: Context) => unknown) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const result = shape.safeParse(of(ctx));
    const path = (issue: z.core.$ZodIssue): (string | number)[] =>
      issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    if (!result.success)
      assertNothing(
        result.error.issues.map((issue) => ({
          code: 'body-shape',
          path: path(issue),
          field: issue.path.join('.') || 'body',
        })),
      );
    await next();
  };

const changes = (
  shapes: Readonly<Record<string, z.ZodType>>,
  of: (ctx: Context) => unknown,
): AdminRouteChanges =>
  Object.entries(shapes).map(([route, shape]) => [route, withMiddlewares(checked(shape, of))]);

/** Checks them beforehand. */
export const adminBodies: AdminRouteChanges = [
  ...changes(PARAMETERS, (ctx) => ctx.params),
  // In a request without a body, everything optional is absent.
  ...changes(BODIES, (ctx) => (ctx.request as { body?: unknown }).body ?? {}),
];
