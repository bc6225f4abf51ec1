import type { Core } from '@strapi/strapi';
import { subjectOfLink } from '../../platform/secret-links';
import { sqlOf } from '../../platform/sql/sql';
import { hashToken } from './account-tokens';
import { isTokenOver } from './domain/expiring-token';
import { linkedAccount } from './links/linked-account';
import { RESET } from './mail-names';
import { USER } from './user-uid';

/** Whether the code of a mail, of this release or up to 0.1, still sets a password. */
export async function isResetOpen(strapi: Core.Strapi, code: string): Promise<boolean> {
  const sql = sqlOf(strapi);
  const subject = await subjectOfLink(sql, code, RESET);
  if (subject !== undefined) return (await linkedAccount(sql, subject, 'password')) !== undefined;
  if (isTokenOver(code, new Date())) return false;
  return (await strapi.db.query(USER).count({ where: { resetPasswordToken: hashToken(code) } })) > 0;
}
