import { z } from 'zod';
import { DELIVERY_STATES } from '../contract';
import { coded } from '#src/platform/refusals/zod-refusal';

/**
 * `PUT /portal-feed/portals/:documentId`: what to do if the filter differs. The service checks the rest of the body.
 */
export const filterChoice = z.object({ onFilterChange: z.enum(['resend', 'snapshot']).default('snapshot') });

/** `GET /portal-feed/portals/:documentId/deliveries` */
export const deliveriesQuery = z.object({
  state: z.enum([...DELIVERY_STATES, 'open', 'trouble']).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

const sequence = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** `POST /portal-feed/portals/:documentId/replay`; without `to` it is one event. */
export const replayBody = z
  .strictObject({ from: sequence, to: sequence.optional() })
  .transform(({ from, to }) => ({ from, to: to ?? from }))
  .superRefine(({ from, to }, check) => {
    if (from > to)
      check.addIssue({
        code: 'custom',
        path: ['to'],
        ...coded('range-reversed'),
      });
  });
