import { useAuth } from '@strapi/strapi/admin';

const SUPER_ADMIN = 'strapi-super-admin';

/** Whether the user may delete what the public has seen. */
export const useIsSuperAdmin = (): boolean =>
  useAuth('stadtverbund', ({ user }) => user?.roles?.some(({ code }) => code === SUPER_ADMIN) ?? false);

/** Whether the user has any of these permissions of the panel. */
export const useHasPermission = (...actions: readonly string[]): boolean =>
  useAuth('stadtverbund', ({ permissions }) => permissions.some(({ action }) => actions.includes(action)));
