import { errorResponses, type OpenApiDocument } from '#src/reading/openapi/public-document';
import { LONGEST_TEXT, REPORT_KINDS } from './validation/requests';

/** What anyone may call. */
export const REPORT_PATHS: OpenApiDocument['paths'] = {
  '/api/reports': {
    post: {
      operationId: 'report/post/reports',
      summary: 'Report a public listing to the editors',
      tags: ['report'],
      security: [{}],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['contentType', 'documentId', 'message'],
              properties: {
                contentType: { type: 'string', examples: ['business', 'offer'] },
                documentId: { type: 'string' },
                kind: {
                  type: 'string',
                  enum: REPORT_KINDS,
                  default: 'other',
                },
                message: { type: 'string', maxLength: LONGEST_TEXT },
                email: { type: 'string', format: 'email' },
              },
            },
          },
        },
      },
      responses: {
        201: { description: 'Received' },
        ...errorResponses({
          400: 'A field is missing, unknown or not possible; the message names it',
          404: 'Nothing public has this id',
          429: 'Too many requests; Retry-After says when to come back',
        }),
      },
    },
  },
};
