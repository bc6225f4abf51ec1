import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { personalAddress } from '#src/domain/email-address';
import { readCommandLine } from './lib/command-line';
import { loadInstallation } from './lib/open-installation';
import { runScript } from './lib/run-script';

const { values } = readCommandLine({
  help: `
Usage: npm run create-admin -- --email ADDRESS [--firstname NAME] [--lastname NAME]

Makes the first super admin of an installation and prints a random password once. The password can also be given in the
variable ADMIN_PASSWORD. Refuses when there is a super admin already: further users are made in the admin panel.
`,
  options: { email: { type: 'string' }, firstname: { type: 'string' }, lastname: { type: 'string' } },
});

interface AdminServices {
  role: { getSuperAdmin(): Promise<{ id: number; usersCount?: number } | null> };
  user: { create(user: object): Promise<unknown>; exists(where: object): Promise<boolean> };
}

runScript(async (closing) => {
  const email = personalAddress(values.email ?? '');
  if (email === undefined) {
    throw new Error('Give the e-mail address: npm run create-admin -- --email name@example.de');
  }
  const given = process.env['ADMIN_PASSWORD'];
  assertStrong(given);
  const strapi = await loadInstallation(closing, 'warn');
  const password = given ?? `${randomBytes(18).toString('base64url')}aA1`;
  await createFirstSuperAdmin(strapi, { email, password });
  console.log(`The super admin ${email} was created.`);
  if (!given) console.log(`Password (shown only now): ${password}`);
});

async function createFirstSuperAdmin(
  strapi: Core.Strapi,
  account: { email: string; password: string },
): Promise<void> {
  const roles = strapi.service('admin::role') as unknown as AdminServices['role'];
  const users = strapi.service('admin::user') as unknown as AdminServices['user'];
  const role = await roles.getSuperAdmin();
  if (!role) throw new Error('The role of super admins is missing; Strapi did not finish its set-up.');
  if (await users.exists({ roles: { id: role.id } })) {
    throw new Error(
      'There is a super admin already. Further users are made in the admin panel, under settings.',
    );
  }
  await users.create({
    ...account,
    firstname: values.firstname ?? 'Super',
    lastname: values.lastname ?? 'Admin',
    roles: [role.id],
    isActive: true,
    registrationToken: null,
    preferedLanguage: 'de',
  });
}

/** The admin panel has the same requirements; the service that creates users has none. */
function assertStrong(password: string | undefined): void {
  if (password === undefined) return;
  const isStrong =
    password.length >= 12 && /[a-z]/.test(password) && /[A-Z]/.test(password) && /\d/.test(password);
  if (!isStrong) {
    throw new Error(
      'ADMIN_PASSWORD needs 12 characters or more, with a capital letter, a small letter and a digit.',
    );
  }
}
