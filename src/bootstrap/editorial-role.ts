import type { Core } from '@strapi/strapi';
import { listingTypes } from '../listing/listing-types';
import {
  adminActions,
  adminRoles,
  contentPermissions,
  type AdminRoles,
} from '../platform/strapi/admin-services';
import { localeCodes } from '../platform/strapi/locales';
import { modelOf } from '../platform/strapi/models';
import { isLocalized } from '../platform/strapi/schema';
import {
  EDITORIAL_ROLE,
  PLAIN_ACTIONS,
  mayEdit,
  mergedPermissions,
  type RolePermission,
} from '../domain/editorial-role';

const NAMES = ['Redaktion', 'Redaktion (Stadtverbund)'];

const DESCRIPTION =
  'Pflegt alle Inhalte und die Medienbibliothek, ohne Zugriff auf die Einstellungen / maintains all content and the media library, without access to the settings';

/**
 * Makes sure that the role Redaktion exists and has the permissions in `domain/editorial-role.ts`. They are compared
 * with what was last applied, so that an admin's manual changes are not reverted at the next start.
 */
export async function ensureEditorialRole(strapi: Core.Strapi): Promise<void> {
  const roles = adminRoles(strapi);
  const memory = strapi.store({ type: 'core', name: 'stadtverbund' });
  const wanted = await wantedPermissions(strapi);
  const present = await roles.findOne({ code: EDITORIAL_ROLE });
  const applied = present
    ? (((await memory.get({ key: 'editorial-role' })) as RolePermission[] | null) ?? [])
    : [];
  if (present && JSON.stringify(applied) === JSON.stringify(wanted)) return;
  const role = present ?? (await createRole(roles));
  const next = mergedPermissions(wanted, applied, await permissionsOf(strapi, role.id));
  await roles.assignPermissions(
    role.id,
    next.map((permission) => ({ ...permission, actionParameters: {} })),
  );
  await memory.set({ key: 'editorial-role', value: wanted });
}

// Names are unique, and a role of that name created by hand must not stop the boot.
async function createRole(roles: AdminRoles): Promise<{ id: number }> {
  const taken = await Promise.all(NAMES.map((name) => roles.findOne({ name })));
  const name = NAMES.find((_name, index) => !taken[index]) ?? `Redaktion (${EDITORIAL_ROLE})`;
  return roles.create({ name, code: EDITORIAL_ROLE, description: DESCRIPTION });
}

/**
 * Removes Strapi's built-in role Author on first boot, if nobody has it: it may edit only its own documents, a concept
 * that our rules do not have, and fewer roles to choose from mean fewer mistakes.
 */
export async function removeUnusedAuthorRole(strapi: Core.Strapi): Promise<void> {
  const memory = strapi.store({ type: 'core', name: 'stadtverbund' });
  if (await memory.get({ key: 'author-role-removed' })) return;
  const roles = adminRoles(strapi);
  const author = await roles.findOne({ code: 'strapi-author' });
  if (author && (await roles.getUsersCount(author.id)) === 0) await roles.deleteByIds([author.id]);
  await memory.set({ key: 'author-role-removed', value: true });
}

async function wantedPermissions(strapi: Core.Strapi): Promise<RolePermission[]> {
  const explorer = adminActions(strapi).filter(
    ({ section, actionId }) =>
      section === 'contentTypes' && actionId.startsWith('plugin::content-manager.explorer.'),
  );
  const locales = (await localeCodes(strapi)).sort();
  const listings = [...listingTypes(strapi).all.values()];
  const content = contentPermissions(strapi, explorer)
    .filter(({ action, subject }) => subject !== null && mayEdit(action, subject, listings))
    .map((permission) => withLocales(strapi, permission, locales));
  const plain = PLAIN_ACTIONS.map((action) => ({ action, subject: null, properties: {}, conditions: [] }));
  return [...content, ...plain];
}

// Without `locales` Strapi answers 403 for every document of a localized type.
function withLocales(
  strapi: Core.Strapi,
  { action, subject, properties, conditions }: RolePermission,
  locales: string[],
): RolePermission {
  return {
    action,
    subject,
    properties: isLocalized(modelOf(strapi, subject ?? '')) ? { ...properties, locales } : properties,
    conditions: conditions ?? [],
  };
}

async function permissionsOf(strapi: Core.Strapi, role: number): Promise<RolePermission[]> {
  const rows = (await strapi.db
    .query('admin::permission')
    .findMany({ where: { role: { id: role } } })) as (RolePermission & {
    properties: RolePermission['properties'] | null;
  })[];
  return rows.map(({ action, subject, properties, conditions }) => ({
    action,
    subject,
    properties: properties ?? {},
    conditions: conditions ?? [],
  }));
}
