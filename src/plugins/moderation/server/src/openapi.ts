import { z } from 'zod';
import { count, object, ref } from '#src/reading/openapi/domain/json-schema';
import { answer, ANYONE, body, headers, refusals } from '#src/reading/openapi/domain/operation';
import type { Description } from '#src/reading/openapi/described-paths';
import { GROUND_NAMES } from './intake/domain/kinds';
import { notice } from './validation/notice';

const counts = (...names: readonly string[]) =>
  object(Object.fromEntries(names.map((name) => [name, count])));

/** What anyone may call. */
export const describeReports = (): Description => ({
  tags: [{ name: 'reports', description: 'Telling the editors that a listing is wrong, or illegal' }],
  paths: {
    '/api/reports': {
      post: {
        operationId: 'reportListing',
        tags: ['reports'],
        summary: 'Report a public listing or page to the editors, or give notice of something illegal',
        security: ANYONE,
        // As Strapi's clients send it, too.
        requestBody: body(
          { anyOf: [ref('Report'), object({ data: ref('Report') })] },
          {
            ground: 'closed',
            contentType: 'business',
            documentId: 'k3v9x0a1b2c3d4e5f6g7h8i9',
            explanation: 'Geschlossen seit Mai.',
            email: 'nachbarin@example.org',
          },
        ),
        responses: {
          201: answer({
            description: 'Received, with the number by which it can be asked for',
            schema: object({
              data: object({ received: { const: true }, number: { type: 'string', example: '2026-17' } }),
              meta: object({}),
            }),
          }),
          ...refusals(400, 401, 403, 404, 409, 413, 415, 429, 503),
        },
      },
    },
    '/api/transparency.json': {
      get: {
        operationId: 'getTransparency',
        tags: ['reports'],
        summary: 'How many notices and objections came in a year, and what became of them',
        security: ANYONE,
        parameters: [
          {
            name: 'year',
            in: 'query',
            description: 'Default: this year',
            schema: { type: 'integer', minimum: 2020, maximum: 2999 },
            example: 2026,
          },
        ],
        responses: {
          200: answer({
            schema: object({ data: ref('Transparency'), meta: object({}) }),
            headers: headers('CacheControl'),
          }),
          ...refusals(400, 429, 503),
        },
      },
    },
  },
  schemas: {
    Report: z.toJSONSchema(notice, { io: 'input' }),
    Transparency: object({
      year: { type: 'integer' },
      notices: object({ total: count, byGround: counts(...GROUND_NAMES) }),
      limited: { ...count, description: 'Refused, since too many came from one address' },
      decided: count,
      medianHours: { type: ['number', 'null'], description: 'From the notice to its decision' },
      takenDown: count,
      objections: counts('total', 'decided', 'won'),
      automated: { const: 0, description: 'Decided by a program' },
    }),
  },
});
