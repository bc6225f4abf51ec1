import type { Core } from '@strapi/strapi';
import { assertRate, refund } from '../../platform/rate-limit/rate-limit';
import { refused } from '../../platform/refusals/refusal';
import { contributorPasswords } from '../sign-in/compare-with-nothing';
import type { FoundAccount } from './find-account';
import { CURRENT_PASSWORD } from './rate-rules';

/**
 * Asks who is signed in for the password, before what a stolen session must not do. Wrong tries are counted.
 * @throws Refusal `password-current-wrong`, `too-many-attempts`
 */
export async function assertCurrentPassword(
  strapi: Core.Strapi,
  account: Pick<FoundAccount, 'id' | 'password'>,
  password: string,
): Promise<void> {
  const subject = String(account.id);
  await assertRate(strapi, CURRENT_PASSWORD, subject);
  const isRight = await contributorPasswords(strapi).validatePassword(password, account.password ?? '');
  if (!isRight) throw refused('password-current-wrong', ['password']);
  await refund(strapi, CURRENT_PASSWORD, subject);
}
