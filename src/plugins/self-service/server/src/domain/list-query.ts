import { z } from 'zod';

// The same as config/api.ts sets for REST.
const DEFAULT_PAGE_SIZE = 25;
const MAX_PAGE_SIZE = 100;

const count = z.coerce.number().int().min(1).max(1_000_000);

/** Query of `GET /api/my/{collection}`. Everything is populated anyway, so `populate` is accepted and ignored. */
export const listQuerySchema = z.strictObject({
  locale: z.string().optional(),
  populate: z.unknown().optional(),
  pagination: z
    .strictObject({
      page: count.default(1),
      pageSize: count.default(DEFAULT_PAGE_SIZE).transform((size) => Math.min(size, MAX_PAGE_SIZE)),
    })
    .default({ page: 1, pageSize: DEFAULT_PAGE_SIZE }),
});

/** Query of the routes for one document. */
export const oneQuerySchema = z.strictObject({
  locale: z.string().optional(),
  populate: z.unknown().optional(),
});

/** Query of the routes that read none. `locale` names the language of the answer's messages, as on all routes. */
export const noQuerySchema = z.strictObject({ locale: z.string().optional() });
