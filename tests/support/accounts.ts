import { CONTRIBUTOR_ROLE } from '../../src/domain/content-api-access';
import { request } from './request';
import { startedApp } from './started-app';

/** The password of every test account; it meets Strapi's rules. */
export const PASSWORD = 'Probe-Kennwort-1';

/** A Strapi service that its types do not describe. */
interface Creator {
  create(attributes: object): Promise<unknown>;
}

let count = 0;

export interface AdminAccount {
  id: number;
  email: string;
  password: string;
  /** Bearer token for /admin, /content-manager, /upload, … */
  token: string;
}

export interface ContributorAccount {
  id: number;
  email: string;
  username: string;
  password: string;
  /** Bearer token for /api */
  token: string;
}

/**
 * Creates a user of the admin panel and logs in.
 *
 * @param role code of the role: 'strapi-super-admin' (default), 'strapi-editor', …
 * @param language of the panel and of error messages
 */
export async function createAdmin({
  role = 'strapi-super-admin',
  language = 'de',
} = {}): Promise<AdminAccount> {
  const { strapi } = startedApp();
  const found = (await strapi.db.query('admin::role').findOne({ where: { code: role } })) as {
    id: number;
  } | null;
  if (!found) throw new Error(`There is no admin role with the code ${role}.`);
  count += 1;
  const email = `admin${count}@example.org`;
  const user = (await (strapi.service('admin::user') as Creator).create({
    email,
    firstname: 'Erika',
    lastname: 'Muster',
    password: PASSWORD,
    roles: [found.id],
    isActive: true,
    registrationToken: null,
    preferedLanguage: language,
  })) as { id: number };
  return { id: user.id, email, password: PASSWORD, token: await adminLogin(email) };
}

/** Logs in to the admin panel. @returns the access token */
export async function adminLogin(email: string, password = PASSWORD): Promise<string> {
  const answer = await request<{ data?: { token: string } }>('/admin/login', { body: { email, password } });
  if (!answer.body.data) throw new Error(`Admin login of ${email} failed: ${answer.status} ${answer.text}`);
  return answer.body.data.token;
}

/** Creates a confirmed users-permissions user with the role of contributors and logs in. */
export async function createContributor({ role = CONTRIBUTOR_ROLE } = {}): Promise<ContributorAccount> {
  const { strapi } = startedApp();
  const roles = strapi.db.query('plugin::users-permissions.role');
  const found = (await roles.findOne({ where: { type: role } })) as { id: number } | null;
  if (!found) throw new Error(`There is no users-permissions role of the type ${role}.`);
  count += 1;
  const username = `betrieb${count}`;
  const email = `${username}@example.org`;
  const users: { add(user: object): Promise<{ id: number }> } = strapi
    .plugin('users-permissions')
    .service('user');
  const user = await users.add({
    username,
    email,
    password: PASSWORD,
    provider: 'local',
    confirmed: true,
    blocked: false,
    role: found.id,
  });
  return { id: user.id, email, username, password: PASSWORD, token: await contributorLogin(email) };
}

/** Logs in over /api/auth/local. @returns the access token (10 minutes) */
export async function contributorLogin(identifier: string, password = PASSWORD): Promise<string> {
  const answer = await request<{ jwt?: string }>('/api/auth/local', { body: { identifier, password } });
  if (!answer.body.jwt) throw new Error(`Login of ${identifier} failed: ${answer.status} ${answer.text}`);
  return answer.body.jwt;
}

/**
 * Creates a token for the content API.
 *
 * @param permissions for the type 'custom': actions such as 'api::business.business.find'
 */
export async function createApiToken({
  type = 'read-only',
  permissions,
}: { type?: 'read-only' | 'full-access' | 'custom'; permissions?: string[] } = {}): Promise<string> {
  count += 1;
  const tokens = startedApp().strapi.service('admin::api-token') as Creator;
  const token = await tokens.create({
    kind: 'content-api',
    name: `Token ${count}`,
    description: '',
    type,
    permissions,
    lifespan: null,
  });
  return (token as { accessKey: string }).accessKey;
}
