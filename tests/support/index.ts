/** Support for integration and end-to-end tests; see tests/support/README.md. */
export { startedApp } from './started-app';
export type { BootedApp } from './boot-strapi';
export { graphql, request, type Answer, type GraphqlError, type RequestOptions } from './request';
export { inWords, listenToAnnouncements, type Announcements } from './announcements';
export { dumpContent } from './dump-content';
export { allMails, mailsTo, tokenIn, waitForMail, type ReceivedMail } from './mails';
export {
  PASSWORD,
  adminLogin,
  contributorLogin,
  createAdmin,
  createApiToken,
  createContributor,
  type AdminAccount,
  type ContributorAccount,
} from './accounts';
export {
  createBusiness,
  createCategory,
  createCityProfile,
  createDocument,
  createOffer,
  type Stored,
} from './factories';
export { OpenForm, type FormAnswer } from './open-form';
export { contributorActor, edit, editorActor, logOf, moderation, type LogLine } from './moderation';
export {
  createPortal,
  feedEvents,
  foldEvents,
  lastSequence,
  onFeedLog,
  portals,
  publicOf,
  pull,
  pullAll,
  readSnapshot,
  type ReadEvent,
} from './feed';
