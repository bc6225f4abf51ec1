/**
 * Every place where something of Strapi's panel, or of the page it runs in, is replaced or wrapped: as
 * src/platform/strapi/patches, for the browser. What to look at on an upgrade: docs/strapi.md. The tests:
 * tests/unit/admin/strapi-patches.test.ts.
 */

// Strapi's own actions on a document and on several: @strapi/content-manager/dist/admin/pages/EditView/components/DocumentActions.js
export { wrapActions } from './content-manager-actions';
// What endpoints send, and what follows an answer: @strapi/content-manager/dist/admin/services/documents.js
export { changeEndpoints } from './endpoints';
// The language of the panel goes with each request: @strapi/admin/dist/admin/admin/src/utils/getFetchClient.js
export { speakPanelLanguage } from './fetch';
// Our name in the page’s title: @strapi/admin/dist/admin/admin/src/components/PageHelpers.js
export { showOwnTitle } from './page-title';
