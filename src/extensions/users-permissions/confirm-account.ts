import type { Core } from '@strapi/strapi';
import { hashToken } from './account-tokens';
import { USER } from './user-uid';

const byToken = (token: string) => ({ where: { confirmationToken: hashToken(token) } });

/** Whether a token from a mail still confirms an account. */
export const isConfirmationOpen = async (strapi: Core.Strapi, token: string): Promise<boolean> =>
  (await strapi.db.query(USER).count(byToken(token))) > 0;

/** Confirms the account that the token was mailed to, once. @returns whether there is one */
export async function confirmAccount(strapi: Core.Strapi, token: string): Promise<boolean> {
  const { count } = await strapi.db
    .query(USER)
    .updateMany({ ...byToken(token), data: { confirmed: true, confirmationToken: null } });
  return count > 0;
}
