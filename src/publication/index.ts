export { useOnDocuments, type DocumentCall } from './document-middleware';
export { inTransaction, type Transaction } from './in-transaction';
export { observe } from './observe';
export { onPublicChange, type PublicChange, type PublicChangeListener } from './public-change';
export { registerPublication } from './register-publication';
