import { z } from 'zod';
export const MOST_EVENTS = 500;
export const LONGEST_WAIT_SECONDS = 30;

const count = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'whole-number')
    .transform(Number)
    .pipe(z.number().int().min(minimum).max(maximum));

/** `GET /api/feed/events`; `locale` is the language of error messages. */
export const eventsQuery = z.strictObject({
  after: z.string().max(1_000).optional(),
  limit: count(1, MOST_EVENTS).default(100),
  wait: count(0, LONGEST_WAIT_SECONDS).default(0),
  locale: z.string().max(35).optional(),
});

/** `GET /api/feed/snapshot` */
export const snapshotQuery = z.strictObject({ locale: z.string().max(35).optional() });
