import type { Core } from '@strapi/strapi';

/** Somebody who works in the panel. */
export interface Editor {
  readonly id: number;
  readonly email: string;
  /** The language of the panel that was chosen. */
  readonly preferedLanguage: string | null;
}

interface Row extends Editor {
  blocked: boolean;
  roles: { code: string; permissions: { action: string }[] }[];
}

const SUPER_ADMIN = 'strapi-super-admin';

/** Those with a permission of the panel; super admins only if nobody else has it. */
export async function editorsWho(strapi: Core.Strapi, action: string): Promise<Editor[]> {
  const users = (await strapi.db.query('admin::user').findMany({
    where: { isActive: true },
    populate: { roles: { populate: { permissions: true } } },
  })) as Row[];
  const may = users.filter(
    ({ blocked, roles }) =>
      !blocked && roles.some(({ permissions }) => permissions.some((one) => one.action === action)),
  );
  const editors = may.filter(({ roles }) => roles.every(({ code }) => code !== SUPER_ADMIN));
  return editors.length > 0 ? editors : may;
}
