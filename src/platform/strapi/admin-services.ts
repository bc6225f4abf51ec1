import type { Core } from '@strapi/strapi';

/** An action that admin roles can be given, as a plugin names it. */
interface NewAction {
  readonly uid: string;
  readonly displayName: string;
  readonly pluginName: string;
  readonly section: string;
}

/** An action as Strapi keeps it. */
interface AdminAction {
  readonly actionId: string;
  readonly section: string;
}

/** What a role may do with a type. */
interface AdminPermission {
  readonly action: string;
  readonly subject: string | null;
  readonly properties: { readonly fields?: readonly string[]; readonly locales?: readonly string[] };
  readonly conditions: readonly string[];
}

interface Permissions {
  readonly actionProvider: {
    registerMany(actions: readonly NewAction[]): Promise<void>;
    values(): AdminAction[];
  };
}

const permissionsOf = (strapi: Core.Strapi): Permissions =>
  strapi.service('admin::permission') as Permissions;

/** Makes actions known to the panel; in a plugin's `bootstrap`, later Strapi refuses. */
export const registerAdminActions = (strapi: Core.Strapi, actions: readonly NewAction[]): Promise<void> =>
  permissionsOf(strapi).actionProvider.registerMany(actions);

/** Every action that is known to the panel by now. */
export const adminActions = (strapi: Core.Strapi): AdminAction[] =>
  permissionsOf(strapi).actionProvider.values();

interface ContentTypes {
  getPermissionsWithNestedFields(actions: readonly AdminAction[]): AdminPermission[];
}

/** The permissions on content that some actions come to: one for each type, with all its fields. */
export const contentPermissions = (strapi: Core.Strapi, actions: readonly AdminAction[]): AdminPermission[] =>
  (strapi.service('admin::content-type') as ContentTypes).getPermissionsWithNestedFields(actions);

/** The roles of the panel. */
export interface AdminRoles {
  findOne(where: { code: string } | { name: string }): Promise<{ id: number } | null>;
  create(role: { name: string; code: string; description: string }): Promise<{ id: number }>;
  getUsersCount(id: number): Promise<number>;
  deleteByIds(ids: number[]): Promise<unknown>;
  assignPermissions(id: number, permissions: unknown[]): Promise<unknown>;
}

export const adminRoles = (strapi: Core.Strapi): AdminRoles => strapi.service('admin::role') as AdminRoles;

interface Encryption {
  encrypt(value: string): string | null;
  decrypt(value: string): string | null;
}

/** Encryption with `ENCRYPTION_KEY`; `null` where there is no key, or another one. */
export const encryptionOf = (strapi: Core.Strapi): Encryption =>
  strapi.service('admin::encryption') as Encryption;
