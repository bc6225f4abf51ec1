import { closed, type AdminRouteChanges } from '../strapi/patches';

/**
 * Routes of the admin panel that no city needs. They are removed rather than forbidden, since a super admin or a
 * forgotten token would pass any permission.
 */
const CLOSED: readonly string[] = [
  // Fetches any address from inside the city's network and publishes the answer.
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
  // Reveals the whole model to every editor, including private attributes.
  'GET /admin/guided-tour-meta',
  // Copies or replaces a whole installation, bypassing all rules; backups are done by PostgreSQL (docs/operations.md).
  'GET /admin/transfer/runner/push',
  'GET /admin/transfer/runner/pull',
  'POST /admin/transfer/tokens',
  'GET /admin/transfer/tokens',
  'GET /admin/transfer/tokens/:id',
  'PUT /admin/transfer/tokens/:id',
  'DELETE /admin/transfer/tokens/:id',
  'POST /admin/transfer/tokens/:id/regenerate',
  // Lets every editor send any text to anybody from the city's mail server.
  'POST /email',
];

/** Removes them. */
export const closedAdminRoutes: AdminRouteChanges = CLOSED.map((route) => [route, closed]);
