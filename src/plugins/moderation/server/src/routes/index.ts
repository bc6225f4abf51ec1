import { permittedRoute } from '#src/platform/http/panel-permissions';

/** Admin permissions of the plugin. */
export const PERMISSIONS = {
  review: 'Review submissions, reports and claims',
  suspend: 'Suspend, reinstate, archive and restore entries',
  privacy: 'Tell people what is stored about them, and erase it',
};

type Permission = `plugin::moderation.${keyof typeof PERMISSIONS}`;

const admin = permittedRoute<Permission>;

/** A route whose controller checks the permissions, which depend on the content type. */
const signedIn = (method: string, path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { policies: ['admin::isAuthenticatedAdmin'] },
});

const REVIEW: Permission = 'plugin::moderation.review';
const SUSPEND: Permission = 'plugin::moderation.suspend';
const PRIVACY: Permission = 'plugin::moderation.privacy';
const DOCUMENT = '/documents/:contentType/:documentId';

/** Under `/moderation`. */
const adminRoutes = [
  admin('GET', '/summary', 'submissions.summary', REVIEW),
  admin('GET', '/submissions', 'submissions.find', REVIEW),
  admin('GET', '/submissions/:id', 'submissions.findOne', REVIEW),
  admin('POST', '/submissions/:id/presence', 'submissions.presence', REVIEW),
  admin('POST', '/submissions/:id/:action', 'submissions.decide', REVIEW),
  admin('DELETE', '/submissions/:id/presence', 'submissions.leave', REVIEW),
  admin('GET', DOCUMENT, 'documents.findOne', REVIEW),
  admin('POST', `${DOCUMENT}/:action`, 'documents.act', SUSPEND),
  signedIn('GET', '/types', 'types.find'),
  signedIn('POST', '/chosen/:contentType', 'chosen.describe'),
  signedIn('POST', '/chosen/:contentType/take-down', 'chosen.takeDown'),
  signedIn('POST', '/chosen/:contentType/delete', 'chosen.remove'),
  admin('GET', '/reason-templates', 'reasons.find', REVIEW),
  admin('POST', '/reason-templates', 'reasons.create', REVIEW),
  admin('PUT', '/reason-templates/:id', 'reasons.update', REVIEW),
  admin('DELETE', '/reason-templates/:id', 'reasons.delete', REVIEW),
  admin('GET', '/digest', 'digest.find', REVIEW),
  admin('PUT', '/digest', 'digest.update', REVIEW),
  admin('GET', '/intake', 'intake.find', REVIEW),
  admin('POST', '/intake/:id/decide', 'intake.decide', REVIEW),
  admin('GET', '/data-requests', 'dataRequests.find', PRIVACY),
  admin('POST', '/data-requests/look-up', 'dataRequests.lookUp', PRIVACY),
  admin('POST', '/data-requests/json', 'dataRequests.json', PRIVACY),
  admin('POST', '/data-requests/archive', 'dataRequests.archive', PRIVACY),
  admin('POST', '/data-requests/erase', 'dataRequests.erase', PRIVACY),
];

/** Under `/api`, for anyone. */
const publicRoutes = [
  { method: 'POST', path: '/reports', handler: 'intake.create', config: { auth: false, prefix: '' } },
  {
    method: 'GET',
    path: '/transparency.json',
    handler: 'intake.transparency',
    config: { auth: false, prefix: '' },
  },
];

export const routes = {
  admin: { type: 'admin', routes: adminRoutes },
  'content-api': { type: 'content-api', prefix: '', routes: publicRoutes },
};
