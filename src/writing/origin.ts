import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { DocumentCall, Next } from './step';

/** Where a write comes from. */
export interface Origin {
  /**
   * `editor`: an admin user, in the panel or by one of their tokens. `contributor`: an account, through a plugin's
   * route that admits it. `import`, `system`: code. `outside`: every other request, signed in or not.
   */
  readonly kind: 'editor' | 'contributor' | 'import' | 'system' | 'outside';
  /** Id of the admin user or the account; `null` for code and for strangers. */
  readonly id: number | null;
  /** Name for logs. */
  readonly name: string | null;
  /** A super admin in person, with a session in the panel; neither a token nor code counts. */
  readonly isSuperAdmin: boolean;
}

/** A document that a step has decided on: the step's own writes of that document skip it. */
interface Decided {
  readonly step: string;
  readonly uid: string;
  /** Absent while the document does not exist; set by the call that creates it. */
  documentId?: string | undefined;
}

interface Said {
  readonly origin: Origin;
  readonly decided?: Decided | undefined;
}

interface User {
  readonly id: number;
  readonly username?: string | null;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
  readonly email?: string;
  readonly roles?: readonly { readonly code?: string }[];
}

interface RequestState {
  readonly auth?: { readonly strategy?: { readonly name?: string } };
  readonly user?: User;
  readonly route?: { readonly info?: { readonly pluginName?: string } };
}

const SUPER_ADMIN = 'strapi-super-admin';
const SAID = 'stadtverbund.origin-of-writes';

const nobody = (kind: Origin['kind']): Origin => ({ kind, id: null, name: null, isSuperAdmin: false });

// Stored in the instance's container: a module can be loaded twice, but the instance must have one.
function said(strapi: Core.Strapi): AsyncLocalStorage<Said> {
  if (!strapi.has(SAID)) strapi.add(SAID, new AsyncLocalStorage<Said>());
  return strapi.get<AsyncLocalStorage<Said>>(SAID);
}

/** The display name of an admin user. */
export const editorName = ({ firstname, lastname, username, email, id }: Omit<User, 'roles'>): string =>
  [firstname, lastname].filter(Boolean).join(' ') || username || email || String(id);

/**
 * Who makes the running request, as authenticated by Strapi; `system` if there is no request. Nothing that a request
 * claims about itself counts.
 */
export function askerOf(strapi: Core.Strapi): Origin {
  const state = strapi.requestContext.get()?.state as RequestState | undefined;
  if (!state) return nobody('system');
  const { auth, user, route } = state;
  const strategy = auth?.strategy?.name;
  if (user && (strategy === 'admin' || strategy === 'admin-token')) {
    const isSuperAdmin =
      strategy === 'admin' && user.roles?.some(({ code }) => code === SUPER_ADMIN) === true;
    return { kind: 'editor', id: user.id, name: editorName(user), isSuperAdmin };
  }
  // Strapi's own content routes are public ones, for accounts too.
  if (user && strategy === 'users-permissions' && route?.info?.pluginName !== undefined)
    return { kind: 'contributor', id: user.id, name: user.username ?? null, isSuperAdmin: false };
  return nobody('outside');
}

/** Where the running code's writes come from: as set by `writeAs`, or else who makes the request. */
export const originOf = (strapi: Core.Strapi): Origin => said(strapi).getStore()?.origin ?? askerOf(strapi);

/**
 * Makes writes count as someone's: `writeAs(strapi, 'import', () => …)`. For code that knows better than the request,
 * or that runs without one. Ownership of documents is still decided by the request (`askerOf`).
 *
 * @param decided a step that has decided on one document and now writes it itself
 */
export function writeAs<T>(
  strapi: Core.Strapi,
  origin: 'import' | 'system' | Omit<Origin, 'isSuperAdmin'>,
  write: () => Promise<T>,
  decided?: Readonly<Decided>,
): Promise<T> {
  const whole = typeof origin === 'string' ? nobody(origin) : { ...origin, isSuperAdmin: false };
  return said(strapi).run({ origin: whole, decided: decided && { ...decided } }, write);
}

/** Skips a step that has already decided on the document of a call; `undefined` if it has not. */
export function pastDecided(
  strapi: Core.Strapi,
  step: string,
  call: DocumentCall,
  next: Next,
): Promise<unknown> | undefined {
  const decided = said(strapi).getStore()?.decided;
  if (decided?.step !== step || !isAbout(decided, call)) return undefined;
  return call.action === 'create' ? makingIt(decided, next) : next();
}

function isAbout({ uid, documentId }: Decided, { uid: written, action, params }: DocumentCall): boolean {
  if (uid !== written || action === 'clone') return false;
  return action === 'create'
    ? documentId === undefined
    : documentId !== undefined && documentId === params.documentId;
}

async function makingIt(decided: Decided, next: Next): Promise<unknown> {
  const result = await next();
  decided.documentId = (result as { documentId?: string }).documentId;
  return result;
}
