/**
 * Every place where something inside Strapi, or Koa, knex or Apollo below it, is replaced or wrapped. One file each: it
 * knows what it wraps and nothing of a city, ends the start with a sentence where that has changed, and lets the room
 * that needs it hand in what shall happen. What to look at on an upgrade: docs/strapi.md. The tests:
 * tests/integration/strapi/patches.test.ts.
 */

// How accounts register, sign in and choose passwords: @strapi/plugin-users-permissions/dist/server/controllers/auth.js
export { wrapAccountActions, type AccountActions } from './account-actions';
// Middlewares and policies before routes of the panel, or none of them: @strapi/core/dist/services/server/register-routes.js
export {
  changeAdminRoutes,
  closed,
  withMiddlewares,
  withPolicies,
  type AdminRouteChanges,
} from './admin-routes';
// Time limits of statements, and a share of the pool for reading: knex/lib/client.js
export { wrapConnections, type Connection } from './connections';
// What every query from outside passes: @strapi/core/dist/services/content-api/index.js
export { wrapQueries, type ContentApiQuery } from './content-api-queries';
// Which routes of the content API there are: @strapi/core/dist/services/server/register-routes.js
export { addTypeRoutes, keepPluginRoutes, keepTypeRoutes } from './content-api-routes';
// The state of a document in lists and forms: @strapi/content-manager/dist/server/services/document-metadata.js
export { showDocumentStatus } from './document-status';
// Entries are read for events only where somebody listens: @strapi/core/dist/services/document-service/events.js
export { sendEntryEvents } from './entry-events';
// Who listens to what: @strapi/core/dist/services/event-hub.js
export { countListeners } from './event-listeners';
// Addresses mind case, and tell their route before it answers: @koa/router/lib/layer.js, @koa/router/lib/router.js
export { registerExactRoutes, routeOf } from './exact-routes';
// Steps before everything that writes a file: @strapi/upload/dist/server/services/upload.js
export { onFileWrites, type FileStep, type FileWrite, type IncomingFile } from './file-writes';
// How a form of the panel is read and written: @strapi/content-manager/dist/server/controllers/collection-types.js
export { wrapFormActions } from './form-actions';
// A server in front of Koa: @strapi/core/dist/services/server/http-server.js
export { koaListener, takePlaceOfKoa, type Listener } from './koa-listener';
// Steps before the deletion of a language: @strapi/i18n/dist/server/services/locales.js
export { onLocaleDeletion, type LocaleStep } from './locale-deletion';
// What is looked up for every request is kept: @strapi/plugin-users-permissions/dist/server/services/permission.js
export { LOOKUPS, wrapLookups } from './lookups';
// The panel is not told which packages there are: @strapi/admin/dist/server/server/src/controllers/admin.js
export { hidePackages } from './package-list';
// The process keeps its listeners when Strapi ends: @strapi/core/dist/Strapi.js
export { keepingListeners } from './process-listeners';
// What every query on routes of the panel passes: @strapi/core/dist/services/query-params.js
export { onQueryParams } from './query-params';
// Relations that an editor may not read: @strapi/content-manager/dist/server/controllers/relations.js
export { onUnreadableRelation } from './relation-fields';
// A port that is taken does not end the process: @strapi/core/dist/services/server/http-server.js
export { ownServerErrors } from './server-errors';
// How sessions are refreshed and ended: @strapi/core/dist/services/session-manager.js
export { wrapSessions, type Sessions } from './sessions';
// A signal does not end the process: @strapi/core/dist/utils/signals.js
export { withoutSignals } from './signals';
// What is stored is known before it is: @strapi/upload/dist/server/register.js
export { onStoring, removeStored, type StoredFileName } from './stored-files';
// One batch a transaction: @strapi/database/dist/index.js
export { wrapTransactions, type TransactionHooks, type Work } from './transactions';
// Documents that must not be walked: @apollo/server/dist/cjs/requestPipeline.js
export { exchangeDocuments } from './validated-documents';
