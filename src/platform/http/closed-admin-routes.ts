import { closed, type AdminRouteChanges } from '../strapi/patches';

/**
 * Routes of the admin panel that nobody in a city has a use for. They are taken away rather than forbidden: a super
 * admin, or a token that somebody left behind, would pass a permission.
 */
const CLOSED: readonly string[] = [
  // Fetches any address from inside the city's network, and makes the answer public.
  'POST /upload/actions/upload-from-urls',
  // Strapi's paid services: send pictures, texts and the model to others.
  'POST /upload/actions/generate-ai-metadata',
  'POST /upload/ai-metadata-jobs',
  'GET /upload/ai-metadata-jobs/latest',
  'GET /upload/ai-metadata-jobs/pending-count',
  'GET /i18n/ai-localization-jobs/collection-types/:contentType/:documentId',
  'GET /i18n/ai-localization-jobs/single-types/:contentType',
  'GET /admin/ai-usage',
  'GET /admin/ai-token',
  'GET /admin/ai-feature-config',
  'GET /admin/license-trial-time-left',
  'GET /admin/telemetry-properties',
  // Tells every editor the whole model, private attributes included.
  'GET /admin/guided-tour-meta',
  // Copies or replaces a whole installation, past all rules; backups are PostgreSQL's (docs/operations.md).
  'GET /admin/transfer/runner/push',
  'GET /admin/transfer/runner/pull',
  'POST /admin/transfer/tokens',
  'GET /admin/transfer/tokens',
  'GET /admin/transfer/tokens/:id',
  'PUT /admin/transfer/tokens/:id',
  'DELETE /admin/transfer/tokens/:id',
  'POST /admin/transfer/tokens/:id/regenerate',
  // Sends any text to anybody from the city's mail server, for every editor.
  'POST /email',
];

/** Takes them away. */
export const closedAdminRoutes: AdminRouteChanges = CLOSED.map((route) => [route, closed]);
