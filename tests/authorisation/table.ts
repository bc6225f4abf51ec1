/**
 * Who may do what, as data: every route that is ours or reachable from outside, and every GraphQL root field.
 * `tests/integration/authorisation.test.ts` fails if a route or field is missing here or no longer exists, and checks
 * each cell with a real request.
 *
 * To add a route, add a line to ROUTES: `METHOD /path` as listed by `strapi.server.listRoutes()`. If the path has
 * parameters, give a sample path; the test fills in `:id` of content types.
 */

/**
 * `ok`: 2xx. `through`: admitted, and answered 2xx or refused because of its content (400, 404, 409, …). `denied`: 401,
 * 403.
 */
export type Outcome = 'ok' | 'through' | 'denied';

export interface Callers {
  anonymous: Outcome;
  contributor: Outcome;
  /** An API token that may only read businesses */
  customToken: Outcome;
  /** Admin-panel user with the role Redaktion */
  editor: Outcome;
  superAdmin: Outcome;
}

export interface RouteRow extends Callers {
  route: string;
  /** The path to request, if the route has parameters */
  sample?: string;
}

const everyone = (outcome: Outcome): Callers => ({
  anonymous: outcome,
  contributor: outcome,
  customToken: outcome,
  editor: outcome,
  superAdmin: outcome,
});

// An admin's token does not open the content API; without it they read what everyone reads.
const content = (anonymous: Outcome, contributor: Outcome, customToken: Outcome): Callers => ({
  ...everyone('denied'),
  anonymous,
  contributor,
  customToken,
});

const readable = (names: readonly string[], callers: Callers): RouteRow[] =>
  names.flatMap((name) => [
    { route: `GET /api/${name}`, ...callers },
    { route: `GET /api/${name}/:id`, ...callers },
  ]);

const rows = (callers: Callers, routes: readonly (string | [route: string, sample: string])[]): RouteRow[] =>
  routes.map((entry) =>
    typeof entry === 'string'
      ? { route: entry, ...callers }
      : { route: entry[0], sample: entry[1], ...callers },
  );

const PUBLIC = content('ok', 'ok', 'denied');
const OPEN = everyone('ok');
const SIGN_IN = content('through', 'denied', 'denied');
const SIGNED_IN = content('denied', 'through', 'denied');
const EDITORS: Callers = { ...everyone('denied'), editor: 'through', superAdmin: 'through' };
const OPERATORS: Callers = { ...everyone('denied'), superAdmin: 'through' };

const NOBODY = 'zzzzzzzzzzzzzzzzzzzzzzzz';
const NO_BUSINESS = `/api/my/businesses/${NOBODY}`;
const NO_PORTAL = `/portal-feed/portals/${NOBODY}`;
const NO_DOCUMENT = `/moderation/documents/api::business.business/${NOBODY}`;

const page = (...paths: readonly string[]): string[] => paths.map((path) => `GET ${path}`);
const form = (...paths: readonly string[]): string[] => paths.map((path) => `POST ${path}`);

export const ROUTES: readonly RouteRow[] = [
  // Reading from outside
  ...readable(['businesses'], content('ok', 'ok', 'ok')),
  ...readable(
    [
      ...['offers', 'campaigns', 'advisory-contacts', 'organisations', 'press-notices', 'linked-portals'],
      ...['categories', 'districts'],
    ],
    PUBLIC,
  ),
  { route: 'GET /api/city-profile', ...PUBLIC },
  ...rows(OPEN, [
    'GET /api/press-notices/feed.rss',
    'GET /api/press-notices/feed.json',
    'GET /api/openapi.json',
    'GET /api/i18n/locales',
    'GET /api/challenge',
    'GET /api/schema.graphql',
    'GET /api/directory/search',
    'GET /api/directory/search.csv',
    'GET /api/directory/suggest',
    'GET /api/directory/listings.csv',
    'GET /api/directory/map.geojson',
    'GET /api/directory/stats',
    'GET /api/directory/opening-hours',
    'GET /docs',
    'GET /docs/swagger-ui.css',
    'GET /docs/swagger-ui-bundle.js',
    'GET /docs/favicon-32x32.png',
    'GET /docs/page.css',
    'GET /docs/graphql.js',
    'GET /docs/page.js',
    'GET /_health',
  ]),

  // Pages for people: the same for everyone, signed in or not
  ...rows(OPEN, [
    'GET /en',
    ...page(
      '/suche',
      '/en/search',
      '/karte',
      '/en/map',
      '/wir',
      '/en/about-us',
      '/robots.txt',
      '/sitemap.xml',
    ),
    ...page('/betriebe', '/angebote', '/kampagnen', '/beratung', '/presse'),
    ...page('/en/businesses', '/en/offers', '/en/campaigns', '/en/advice', '/en/press'),
    ...page('/konto', '/en/account'),
    ...page('/konto/passwort-vergessen', '/en/account/forgotten-password'),
    ...page('/konto/bestaetigung-anfordern', '/en/account/ask-confirmation'),
    ...page('/konto/mail-unterwegs', '/en/account/mail-sent'),
    ...page('/konto/bestaetigen', '/en/account/confirm'),
    ...page('/konto/bestaetigt', '/en/account/confirmed'),
    ...page('/konto/neues-passwort', '/en/account/new-password'),
    ...page('/konto/passwort-gesetzt', '/en/account/password-set'),
    ...page('/konto/einladung', '/en/account/invitation'),
    ...page('/konto/einladung-angenommen', '/en/account/invitation-accepted'),
    ...page('/konto/daten', '/en/account/data'),
    ...page('/konto/daten-angefordert', '/en/account/data-requested'),
    ...page('/konto/loeschen', '/en/account/delete'),
    ...page('/konto/wird-geloescht', '/en/account/being-deleted'),
    ...page('/datenschutz/auskunft', '/en/privacy/your-data'),
    ...page('/impressum', '/datenschutz', '/barrierefreiheit', '/nutzungsbedingungen', '/wie-wir-sortieren'),
    ...page('/en/imprint', '/en/privacy', '/en/accessibility', '/en/terms', '/en/how-we-sort'),
    ...page('/melden', '/en/report', '/melden/angekommen', '/en/report/arrived'),
    ...page('/datenschutz/auskunft/unterwegs', '/en/privacy/your-data/sent'),
    ...page('/mein-betrieb', '/en/my-business'),
    ...['worker.js', 'manifest.de.webmanifest', 'manifest.en.webmanifest'].map(
      (name) => `GET /my-business/${name}`,
    ),
    ...['180', '192', '512', 'maskable'].map((name) => `GET /my-business/icon.${name}.png`),
    ...['/mein-betrieb', '/en/my-business'].flatMap((root): [string, string][] => [
      [`GET ${root}/:place`, `${root}/konto`],
      [`GET ${root}/:place/:id`, `${root}/claim/nothing`],
      [`GET ${root}/:place/:id/:part`, `${root}/claim/nothing/more`],
    ]),
  ]),
  // Their forms, links in mails, and what leads on to another page
  ...rows(everyone('through'), [
    ...page('/barriere-melden', '/en/report-barrier'),
    ...form('/melden', '/en/report'),
    ...form('/konto/passwort-vergessen', '/en/account/forgotten-password'),
    ...form('/konto/bestaetigung-anfordern', '/en/account/ask-confirmation'),
    ...form('/konto/bestaetigen', '/en/account/confirm'),
    ...form('/konto/neues-passwort', '/en/account/new-password'),
    ...form('/konto/einladung', '/en/account/invitation'),
    ...form('/konto/daten', '/en/account/data'),
    ...form('/konto/loeschen', '/en/account/delete'),
    ...form('/datenschutz/auskunft', '/en/privacy/your-data'),
    ['GET /l/:token', '/l/nothing'],
    ['GET /en/l/:token', '/en/l/nothing'],
    ['GET /l/:token/:action', '/l/nothing/confirm'],
    ['GET /en/l/:token/:action', '/en/l/nothing/confirm'],
    ['POST /l/:token/:action', '/l/nothing/confirm'],
    ['POST /en/l/:token/:action', '/en/l/nothing/confirm'],
    'GET /account/confirmed.html',
    'GET /account/reset-password.html',
    'GET /account/invitation.html',
  ]),
  // 404 for what does not exist
  ...rows(everyone('through'), [
    ['GET /api/directory/listings/:type/:slug', '/api/directory/listings/business/nothing'],
    ...['betriebe', 'angebote', 'kampagnen', 'beratung', 'presse'].map((type): [string, string] => [
      `GET /${type}/:slug`,
      `/${type}/nothing`,
    ]),
    ...['businesses', 'offers', 'campaigns', 'advice', 'press'].map((type): [string, string] => [
      `GET /en/${type}/:slug`,
      `/en/${type}/nothing`,
    ]),
  ]),

  // Accounts
  ...rows(SIGN_IN, [
    'POST /api/auth/local',
    'POST /api/auth/local/register',
    'POST /api/auth/forgot-password',
    'POST /api/auth/reset-password',
    'GET /api/auth/email-confirmation',
    'POST /api/auth/send-email-confirmation',
    'POST /api/auth/refresh',
  ]),
  ...rows(SIGNED_IN, [
    'POST /api/auth/change-password',
    'POST /api/auth/logout',
    'GET /api/auth/sessions',
    ['DELETE /api/auth/sessions/:sessionId', '/api/auth/sessions/none'],
    'GET /api/users/me',
  ]),

  // Contributors
  ...rows(OPEN, ['GET /api/my/schema']),
  ...rows(SIGNED_IN, [
    'GET /api/my/account',
    'PUT /api/my/account',
    'PUT /api/my/account/email',
    'GET /api/my/account/export',
    'POST /api/my/account/export',
    'GET /api/my/account/export/file',
    'GET /api/my/account/deletion',
    'POST /api/my/account/deletion',
    'DELETE /api/my/account/deletion',
    'GET /api/my/account/sessions',
    'DELETE /api/my/account/sessions',
    ['DELETE /api/my/account/sessions/:id', '/api/my/account/sessions/none'],
    'GET /api/my/uploads',
    'POST /api/my/uploads',
    ['DELETE /api/my/uploads/:documentId', `/api/my/uploads/${NOBODY}`],
    'GET /api/my/claims',
    'POST /api/my/claims',
    'POST /api/my/invitations/accept',
    ['GET /api/my/businesses/:documentId/invitations', `${NO_BUSINESS}/invitations`],
    ['POST /api/my/businesses/:documentId/invitations', `${NO_BUSINESS}/invitations`],
    ['DELETE /api/my/businesses/:documentId/invitations/:id', `${NO_BUSINESS}/invitations/1`],
    ['GET /api/my/businesses/:documentId/managers', `${NO_BUSINESS}/managers`],
    ['DELETE /api/my/businesses/:documentId/managers/:id', `${NO_BUSINESS}/managers/1`],
    ['GET /api/my/:collection', '/api/my/businesses'],
    ['POST /api/my/:collection', '/api/my/businesses'],
    ['GET /api/my/:collection/:documentId', NO_BUSINESS],
    ['PUT /api/my/:collection/:documentId', NO_BUSINESS],
    ['DELETE /api/my/:collection/:documentId', NO_BUSINESS],
    ['POST /api/my/:collection/:documentId/preview', `${NO_BUSINESS}/preview`],
    ['POST /api/my/:collection/:documentId/submit', `${NO_BUSINESS}/submit`],
    ['POST /api/my/:collection/:documentId/withdraw', `${NO_BUSINESS}/withdraw`],
    ['POST /api/my/:collection/:documentId/discard', `${NO_BUSINESS}/discard`],
    ['POST /api/my/:collection/:documentId/archive', `${NO_BUSINESS}/archive`],
  ]),

  // The portal feed: portals have their own tokens, which none of these callers has
  ...rows(everyone('denied'), ['GET /api/feed/events', 'GET /api/feed/snapshot']),

  // Drafts, for who has the token of one
  ...rows(everyone('denied'), [
    ['GET /api/previews/:type/:documentId', `/api/previews/business/${NOBODY}`],
    ['GET /vorschau/:type/:documentId', `/vorschau/business/${NOBODY}`],
    ['GET /en/preview/:type/:documentId', `/en/preview/business/${NOBODY}`],
  ]),
  ...rows(OPEN, [
    'GET /api/feed/schema',
    ['GET /api/feed/schema/:type', '/api/feed/schema/business.published'],
  ]),

  // Links in mails, for those who have them
  ...rows(everyone('through'), [
    ['GET /api/links/:token', '/api/links/none'],
    ['POST /api/links/:token/send-again', '/api/links/none/send-again'],
    ['POST /api/links/:token/:action', '/api/links/none/confirm'],
  ]),

  // Reports, from anyone, and what became of them
  ...rows(everyone('through'), ['POST /api/reports']),
  ...rows(OPEN, ['GET /api/transparency.json']),

  // Our routes in the admin panel
  ...rows(EDITORS, [
    'GET /moderation/summary',
    'GET /moderation/submissions',
    ['GET /moderation/submissions/:id', '/moderation/submissions/0'],
    ['POST /moderation/submissions/:id/presence', '/moderation/submissions/0/presence'],
    ['POST /moderation/submissions/:id/:action', '/moderation/submissions/0/approve'],
    ['DELETE /moderation/submissions/:id/presence', '/moderation/submissions/0/presence'],
    ['GET /moderation/documents/:contentType/:documentId', NO_DOCUMENT],
    ['POST /moderation/documents/:contentType/:documentId/:action', `${NO_DOCUMENT}/suspend`],
    'GET /moderation/types',
    ['POST /moderation/chosen/:contentType', '/moderation/chosen/api::business.business'],
    ['POST /moderation/chosen/:contentType/take-down', '/moderation/chosen/api::business.business/take-down'],
    ['POST /moderation/chosen/:contentType/delete', '/moderation/chosen/api::business.business/delete'],
    'GET /moderation/reason-templates',
    'POST /moderation/reason-templates',
    ['PUT /moderation/reason-templates/:id', '/moderation/reason-templates/0'],
    ['DELETE /moderation/reason-templates/:id', '/moderation/reason-templates/0'],
    'GET /moderation/digest',
    'PUT /moderation/digest',
    'GET /moderation/intake',
    ['POST /moderation/intake/:id/decide', '/moderation/intake/0/decide'],
    'GET /moderation/data-requests',
    'POST /moderation/data-requests/look-up',
    'POST /moderation/data-requests/json',
    'POST /moderation/data-requests/archive',
    'POST /moderation/data-requests/erase',
    ['GET /rules/doubts/:uid/:documentId', `/rules/doubts/api::business.business/${NOBODY}`],
    'GET /portal-feed/choices',
    'GET /portal-feed/portals',
    ['GET /portal-feed/portals/:documentId', NO_PORTAL],
    ['POST /portal-feed/portals/:documentId/ping', `${NO_PORTAL}/ping`],
    ['GET /portal-feed/portals/:documentId/deliveries', `${NO_PORTAL}/deliveries`],
    ['GET /portal-feed/deliveries/:id', '/portal-feed/deliveries/0'],
    ['POST /portal-feed/deliveries/:id/send-again', '/portal-feed/deliveries/0/send-again'],
  ]),
  ...rows(OPERATORS, [
    'POST /portal-feed/portals',
    ['PUT /portal-feed/portals/:documentId', NO_PORTAL],
    ['DELETE /portal-feed/portals/:documentId', NO_PORTAL],
    ['POST /portal-feed/portals/:documentId/rotate-secret', `${NO_PORTAL}/rotate-secret`],
    ['POST /portal-feed/portals/:documentId/rotate-token', `${NO_PORTAL}/rotate-token`],
    ['POST /portal-feed/portals/:documentId/pause', `${NO_PORTAL}/pause`],
    ['POST /portal-feed/portals/:documentId/resume', `${NO_PORTAL}/resume`],
    ['POST /portal-feed/portals/:documentId/resync', `${NO_PORTAL}/resync`],
    ['POST /portal-feed/portals/:documentId/replay', `${NO_PORTAL}/replay`],
  ]),
];

/** Strapi's own routes for its admin panel, and files: not listed, guarded by Strapi. */
export const NOT_LISTED: readonly RegExp[] = [
  /^\/(admin|content-manager|upload|content-type-builder|i18n|email|users-permissions|review-workflows|content-releases)(\/|$)/,
  /^\/uploads\//,
  // The files of pages, whose names change with their content or their package
  /^\/pages\/((pages|map|font-[a-z-]+)\.[0-9a-f]+\.(css|js|woff2|txt)|altcha\/.*\.js|map\/background\.geojson)$/,
  /^\/my-business\/[a-z-]+\.[0-9A-Z]+\.(css|js)$/,
  // The start page, and the files of public/
  /^\/(\(.*\))?$/,
  // Answers GET, POST and more; its fields are below.
  /^\/graphql$/,
];

export interface FieldRow extends Callers {
  field: string;
  query: string;
}

const collection = (single: string, many: string, callers: Callers): FieldRow[] => [
  { field: single, query: `{ ${single}(documentId: "${NOBODY}") { documentId } }`, ...callers },
  { field: many, query: `{ ${many} { documentId } }`, ...callers },
  { field: `${many}_connection`, query: `{ ${many}_connection { pageInfo { total } } }`, ...callers },
];

/** Every root field of `query`. Mutations are refused to all callers, whatever the schema contains. */
export const QUERY_FIELDS: readonly FieldRow[] = [
  ...collection('business', 'businesses', content('ok', 'ok', 'ok')),
  ...collection('offer', 'offers', PUBLIC),
  ...collection('campaign', 'campaigns', PUBLIC),
  ...collection('advisoryContact', 'advisoryContacts', PUBLIC),
  ...collection('organisation', 'organisations', PUBLIC),
  ...collection('pressNotice', 'pressNotices', PUBLIC),
  ...collection('linkedPortal', 'linkedPortals', PUBLIC),
  ...collection('category', 'categories', PUBLIC),
  ...collection('district', 'districts', PUBLIC),
  { field: 'directorySearch', query: '{ directorySearch { data { slug } } }', ...content('ok', 'ok', 'ok') },
  { field: 'cityProfile', query: '{ cityProfile { documentId } }', ...PUBLIC },
  { field: 'me', query: '{ me { documentId } }', ...content('denied', 'ok', 'denied') },
];
