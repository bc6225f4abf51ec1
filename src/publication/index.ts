export { inTransaction, type Sql } from '../sql/sql';
export { inPublicationBatch } from './batch';
export { useOnDocuments, type DocumentCall } from './document-middleware';
export type { DocumentName } from './domain/document-set';
export type { PublicChange } from './domain/public-change';
export { onPublicChanges, type PublicChangesListener } from './listeners';
export { observe } from './observe';
export { registerPublication } from './register-publication';
export { touchPublic } from './touch-public';
