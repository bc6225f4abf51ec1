/**
 * Every place where something inside Strapi, or in Koa, knex or Apollo below it, is replaced or wrapped. One file each:
 * it knows what it wraps and nothing about a city, ends the start with a message if that has changed, and gets what to
 * do from its caller. What to check on an upgrade: docs/strapi.md. Tests: tests/integration/strapi/patches.test.ts.
 */

// How accounts register, sign in and choose passwords: @strapi/plugin-users-permissions/dist/server/controllers/auth.js
export { wrapAccountActions, type AccountActions } from './account-actions';
// Middlewares and policies before routes of the panel, and removed routes:
// @strapi/core/dist/services/server/register-routes.js
export {
  changeAdminRoutes,
  closed,
  withMiddlewares,
  withPolicies,
  type AdminRouteChanges,
} from './admin-routes';
// Time limits of statements, and a share of the pool for reading: knex/lib/client.js
export { wrapConnections, type Connection } from './connections';
// Functions that every query from outside goes through: @strapi/core/dist/services/content-api/index.js
export { wrapQueries, type ContentApiQuery } from './content-api-queries';
// Which routes of the content API there are: @strapi/core/dist/services/server/register-routes.js
export { addTypeRoutes, keepPluginRoutes, keepTypeRoutes } from './content-api-routes';
// The state of a document in lists and forms: @strapi/content-manager/dist/server/services/document-metadata.js
export { showDocumentStatus } from './document-status';
// Entries are read for events only where somebody listens: @strapi/core/dist/services/document-service/events.js
export { sendEntryEvents } from './entry-events';
// Who listens to what: @strapi/core/dist/services/event-hub.js
export { countListeners } from './event-listeners';
// Paths are case-sensitive, and their route is known before it answers: @koa/router/lib/layer.js,
// @koa/router/lib/router.js
export { registerExactRoutes, routeOf } from './exact-routes';
// Steps before everything that writes a file: @strapi/upload/dist/server/services/upload.js
export { onFileWrites, type FileStep, type FileWrite } from './file-writes';
// How a form of the panel is read and written: @strapi/content-manager/dist/server/controllers/collection-types.js
export { wrapFormActions } from './form-actions';
// A server in front of Koa: @strapi/core/dist/services/server/http-server.js
export { koaListener, takePlaceOfKoa, type Listener } from './koa-listener';
// Steps before the deletion of a language: @strapi/i18n/dist/server/services/locales.js
export { onLocaleDeletion, type LocaleStep } from './locale-deletion';
// What is looked up for every request is cached: @strapi/plugin-users-permissions/dist/server/services/permission.js
export { LOOKUPS, wrapLookups } from './lookups';
// The panel does not list installed packages: @strapi/admin/dist/server/server/src/controllers/admin.js
export { hidePackages } from './package-list';
// The process keeps its listeners when Strapi ends: @strapi/core/dist/Strapi.js
export { keepingListeners } from './process-listeners';
// The service that every query on panel routes goes through: @strapi/core/dist/services/query-params.js
export { onQueryParams } from './query-params';
// Relations that an editor may not read: @strapi/content-manager/dist/server/controllers/relations.js
export { onUnreadableRelation } from './relation-fields';
// A port that is taken does not end the process: @strapi/core/dist/services/server/http-server.js
export { ownServerErrors } from './server-errors';
// How sessions are refreshed and ended: @strapi/core/dist/services/session-manager.js
export { wrapSessions, type Sessions } from './sessions';
// A signal does not end the process: @strapi/core/dist/utils/signals.js
export { withoutSignals } from './signals';
// Every file is announced before it is stored: @strapi/upload/dist/server/register.js
export { onStoring, removeStored, type StoredFileName } from './stored-files';
// The mail of a forgotten password in the panel: @strapi/admin/dist/server/server/src/services/auth.js
export { onTemplatedMails, type TemplatedMail } from './templated-mails';
// One batch per transaction: @strapi/database/dist/index.js
export { wrapTransactions, type TransactionHooks, type Work } from './transactions';
// No weekly job of telemetry: @strapi/upload/dist/server/services/weekly-metrics.js
export { withoutWeeklyMetrics } from './weekly-metrics';
// Documents that must not be traversed: @apollo/server/dist/cjs/requestPipeline.js
export { exchangeDocuments } from './validated-documents';
