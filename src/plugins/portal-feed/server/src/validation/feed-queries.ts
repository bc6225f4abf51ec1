import { z } from 'zod';
export const MOST_EVENTS = 500;
export const LONGEST_WAIT_SECONDS = 30;

const count = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'whole-number')
    .transform(Number)
    .pipe(z.number().int().min(minimum).max(maximum));

const locale = z.string().max(35).optional().describe('Language of messages (BCP 47)');

/** `GET /api/feed/events` */
export const eventsQuery = z.strictObject({
  after: z
    .string()
    .max(1_000)
    .optional()
    .describe('meta.cursor of the answer before, or of a snapshot; left out: from the beginning'),
  limit: count(1, MOST_EVENTS).default(100).describe('Events in one answer'),
  wait: count(0, LONGEST_WAIT_SECONDS)
    .default(0)
    .describe('Seconds to wait for an event while there is none'),
  locale,
});

/** `GET /api/feed/snapshot` */
export const snapshotQuery = z.strictObject({ locale });
