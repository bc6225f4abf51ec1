import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { CONTRIBUTOR_ROLE } from '#src/domain/content-api-access';
import { EDITORIAL_ROLE } from '#src/domain/editorial-role';
import { DATA_DIRECTORY } from '../project';

export interface DemoAccounts {
  admin: { email: string; password: string };
  editor: { email: string; password: string };
  contributors: { email: string; username: string; password: string }[];
}

/** Stored outside the database, mode 600: the only place where the passwords can be read. */
export const ACCOUNTS_FILE = join(DATA_DIRECTORY, 'demo-accounts.json');

const ADMIN_ROLES = { admin: 'strapi-super-admin', editor: EDITORIAL_ROLE } as const;
const CONTRIBUTORS = ['anna-beispiel', 'bernd-beispiel'];

// Strapi requires an upper-case letter, a lower-case letter and a digit; 144 random bits alone may lack one.
const randomPassword = (): string => `${randomBytes(18).toString('base64url')}aA1`;

/**
 * Makes sure that the demo accounts exist and their passwords are in the file. If either is missing, a new password is
 * set and the file is written again; otherwise nothing is changed.
 */
export async function ensureDemoAccounts(strapi: Core.Strapi, file = ACCOUNTS_FILE): Promise<DemoAccounts> {
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoAccounts) : undefined;
  const accounts = known ?? newAccounts();
  // Written first: an account with a lost password is useless, while a missing account is created below.
  if (!known) write(file, accounts);
  for (const kind of ['admin', 'editor'] as const) {
    await ensureAdmin(strapi, accounts[kind], { kind, reset: !known });
  }
  const businesses = await fictionalBusinesses(strapi, accounts.contributors.length);
  for (const [index, account] of accounts.contributors.entries()) {
    const user = await ensureContributor(strapi, account, !known);
    await ensureMembership(strapi, user, businesses[index]);
  }
  return accounts;
}

function newAccounts(): DemoAccounts {
  const admin = (name: string) => ({ email: `${name}@stadtverbund.example`, password: randomPassword() });
  const contributors = CONTRIBUTORS.map((username) => ({
    email: `${username}@stadtverbund.example`,
    username,
    password: randomPassword(),
  }));
  return { admin: admin('admin'), editor: admin('redaktion'), contributors };
}

function write(file: string, accounts: DemoAccounts): void {
  // With an external DATABASE_URL nothing else has created the folder.
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.draft`;
  writeFileSync(draft, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

interface Stored {
  id: number;
}

interface UserService {
  create(user: object): Promise<unknown>;
  updateById(id: number, user: object): Promise<unknown>;
}

async function ensureAdmin(
  strapi: Core.Strapi,
  { email, password }: { email: string; password: string },
  { kind, reset }: { kind: keyof typeof ADMIN_ROLES; reset: boolean },
): Promise<void> {
  const users = strapi.service('admin::user') as unknown as UserService;
  const present = (await strapi.db.query('admin::user').findOne({ where: { email } })) as Stored | null;
  if (present) {
    if (reset) await users.updateById(present.id, { password });
    return;
  }
  const code = ADMIN_ROLES[kind];
  const role = (await strapi.db.query('admin::role').findOne({ where: { code } })) as Stored | null;
  if (!role) throw new Error(`The admin role "${code}" is missing; Strapi's set-up did not finish.`);
  await users.create({
    email,
    password,
    firstname: kind === 'admin' ? 'Ada' : 'Renate',
    lastname: kind === 'admin' ? 'Verwaltung' : 'Redaktion',
    roles: [role.id],
    isActive: true,
    registrationToken: null,
    preferedLanguage: 'de',
  });
}

interface ContributorService {
  add(user: object): Promise<Stored>;
  edit(id: number, user: object): Promise<unknown>;
}

async function ensureContributor(
  strapi: Core.Strapi,
  account: DemoAccounts['contributors'][number],
  reset: boolean,
): Promise<number> {
  const users: ContributorService = strapi.plugin('users-permissions').service('user');
  const { email, username, password } = account;
  const query = strapi.db.query('plugin::users-permissions.user');
  const present = (await query.findOne({ where: { email } })) as Stored | null;
  if (present) {
    if (reset) await users.edit(present.id, { password });
    return present.id;
  }
  const roles = strapi.db.query('plugin::users-permissions.role');
  const role = (await roles.findOne({ where: { type: CONTRIBUTOR_ROLE } })) as Stored | null;
  if (!role) throw new Error(`The role "${CONTRIBUTOR_ROLE}" is missing; Strapi's set-up did not finish.`);
  const user = {
    email,
    username,
    password,
    provider: 'local',
    confirmed: true,
    blocked: false,
    role: role.id,
  };
  return (await users.add(user)).id;
}

/** Never a real business, since people will play with the listings of a demo account. */
async function fictionalBusinesses(strapi: Core.Strapi, limit: number): Promise<string[]> {
  const found = (await strapi.db.query('api::business.business').findMany({
    select: ['documentId'],
    where: { source: { system: 'demo' }, locale: 'de', publishedAt: null },
    orderBy: { slug: 'asc' },
    limit,
  })) as { documentId: string }[];
  return found.map(({ documentId }) => documentId);
}

async function ensureMembership(strapi: Core.Strapi, user: number, business?: string): Promise<void> {
  const memberships = strapi.db.query('api::membership.membership');
  if (!business || (await memberships.count({ where: { user: { id: user } } })) > 0) return;
  await strapi
    .documents('api::membership.membership')
    .create({ data: { business, user, role: 'owner', since: new Date().toISOString() } });
}
