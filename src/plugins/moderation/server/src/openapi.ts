import { z } from 'zod';
import { object, ref } from '#src/reading/openapi/domain/json-schema';
import { answer, ANYONE, body, refusals } from '#src/reading/openapi/domain/operation';
import type { Description } from '#src/reading/openapi/described-paths';
import { report } from './validation/requests';

/** What anyone may call. */
export const describeReports = (): Description => ({
  tags: [{ name: 'reports', description: 'Telling the editors that a listing is wrong' }],
  paths: {
    '/api/reports': {
      post: {
        operationId: 'reportListing',
        tags: ['reports'],
        summary: 'Report a public listing to the editors',
        security: ANYONE,
        // As Strapi's clients send it, too.
        requestBody: body(
          { anyOf: [ref('Report'), object({ data: ref('Report') })] },
          {
            contentType: 'business',
            documentId: 'k3v9x0a1b2c3d4e5f6g7h8i9',
            kind: 'closed',
            message: 'Geschlossen seit Mai.',
          },
        ),
        responses: {
          201: answer({
            description: 'Received',
            schema: object({ data: object({ received: { const: true } }), meta: object({}) }),
          }),
          ...refusals(400, 401, 403, 404, 409, 413, 415, 429, 503),
        },
      },
    },
  },
  schemas: { Report: z.toJSONSchema(report, { io: 'input' }) },
});
