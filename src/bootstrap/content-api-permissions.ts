import type { Core } from '@strapi/strapi';
import { CONTRIBUTOR_ROLE, contentApiActions } from '../domain/content-api-access';
import { listingTypes } from '../listing/listing-types';

interface Role {
  id: number;
  type: string;
}

const CONTRIBUTOR = {
  name: 'Betrieb (Selbsteintrag)',
  description: 'Pflegt die Einträge der eigenen Betriebe / maintains the listings of their own businesses',
  type: CONTRIBUTOR_ROLE,
};

/**
 * Gives the roles of the content API exactly the actions listed in `domain/content-api-access.ts`. Anything else is
 * removed, including what users-permissions grants by default on first boot.
 */
export async function syncContentApiPermissions(strapi: Core.Strapi): Promise<void> {
  const roles = strapi.db.query('plugin::users-permissions.role');
  if (!(await roles.findOne({ where: { type: CONTRIBUTOR_ROLE } })))
    await roles.create({ data: CONTRIBUTOR });
  const actions = contentApiActions([...listingTypes(strapi).public.values()]);
  for (const role of (await roles.findMany()) as Role[]) {
    await setActions(strapi, role, actions[role.type] ?? []);
  }
  await openRegistration(strapi);
}

async function setActions(strapi: Core.Strapi, role: Role, wanted: readonly string[]): Promise<void> {
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  const present = (await permissions.findMany({ where: { role: { id: role.id } } })) as {
    id: number;
    action: string;
  }[];
  const surplus = present.filter(({ action }) => !wanted.includes(action)).map(({ id }) => id);
  if (surplus.length > 0) await permissions.deleteMany({ where: { id: { $in: surplus } } });
  const missing = wanted.filter((action) => !present.some((permission) => permission.action === action));
  for (const action of missing) await permissions.create({ data: { action, role: role.id } });
}

async function openRegistration(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'users-permissions' });
  const advanced = (await store.get({ key: 'advanced' })) as Record<string, unknown>;
  const wanted = {
    ...advanced,
    unique_email: true,
    allow_register: true,
    email_confirmation: true,
    default_role: CONTRIBUTOR_ROLE,
  };
  if (JSON.stringify(wanted) !== JSON.stringify(advanced))
    await store.set({ key: 'advanced', value: wanted });
}
