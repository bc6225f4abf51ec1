const PLUGIN = 'plugin::self-service';

const READ = [`${PLUGIN}.active-session`];
const LIMITED = [...READ, `${PLUGIN}.limited-writes`];
const WRITE = [...READ, `${PLUGIN}.in-turn`, `${PLUGIN}.limited-writes`];

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A route of documents, which reads its query itself. */
const route = (method: Method, path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { prefix: '', middlewares: method === 'GET' ? READ : WRITE },
});

/** A route without a query. */
const plain = (method: Method, path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { prefix: '', middlewares: [...(method === 'GET' ? READ : WRITE), `${PLUGIN}.no-query`] },
});

const uploads = {
  ...route('POST', '/my/uploads', 'uploads.create'),
  // Pictures have their own queue (src/files/one-at-a-time.ts).
  config: { prefix: '', middlewares: [...LIMITED, `${PLUGIN}.no-query`, `${PLUGIN}.upload-form`] },
};

// What can be entered, without any data: for everyone, so that limits are known before there is an account.
const schema = {
  method: 'GET' as const,
  path: '/my/schema',
  handler: 'formSchema.find',
  config: { prefix: '', auth: false as const, middlewares: [`${PLUGIN}.no-query`] },
};

const BUSINESS = '/my/businesses/:documentId';

/** The plugin's routes; those with fixed names precede those with `:collection`. */
export const routes = {
  'content-api': {
    type: 'content-api',
    routes: [
      schema,
      plain('GET', '/my/account', 'account.find'),
      plain('PUT', '/my/account', 'account.update'),
      plain('PUT', '/my/account/email', 'account.updateEmail'),
      plain('GET', '/my/account/sessions', 'account.sessions'),
      plain('DELETE', '/my/account/sessions', 'account.endOtherSessions'),
      plain('DELETE', '/my/account/sessions/:id', 'account.endSession'),
      plain('GET', '/my/account/export', 'accountData.findExport'),
      plain('GET', '/my/account/export/file', 'accountData.exportFile'),
      plain('POST', '/my/account/export', 'accountData.startExport'),
      plain('GET', '/my/account/deletion', 'accountData.findDeletion'),
      plain('POST', '/my/account/deletion', 'accountData.startDeletion'),
      plain('DELETE', '/my/account/deletion', 'accountData.endDeletion'),
      route('GET', '/my/uploads', 'uploads.find'),
      uploads,
      plain('DELETE', '/my/uploads/:documentId', 'uploads.delete'),
      plain('GET', '/my/claims', 'claims.find'),
      plain('POST', '/my/claims', 'claims.create'),
      plain('POST', '/my/invitations/accept', 'people.accept'),
      plain('GET', `${BUSINESS}/invitations`, 'people.invitations'),
      plain('POST', `${BUSINESS}/invitations`, 'people.invite'),
      plain('DELETE', `${BUSINESS}/invitations/:id`, 'people.revoke'),
      plain('GET', `${BUSINESS}/managers`, 'people.managers'),
      plain('DELETE', `${BUSINESS}/managers/:id`, 'people.removeManager'),
      route('GET', '/my/:collection', 'my.find'),
      route('POST', '/my/:collection', 'my.create'),
      route('GET', '/my/:collection/:documentId', 'my.findOne'),
      route('PUT', '/my/:collection/:documentId', 'my.update'),
      route('DELETE', '/my/:collection/:documentId', 'my.delete'),
      route('POST', '/my/:collection/:documentId/preview', 'my.preview'),
      route('POST', '/my/:collection/:documentId/submit', 'my.submit'),
      route('POST', '/my/:collection/:documentId/withdraw', 'my.withdraw'),
      route('POST', '/my/:collection/:documentId/discard', 'my.discard'),
      route('POST', '/my/:collection/:documentId/archive', 'my.archive'),
    ],
  },
};
