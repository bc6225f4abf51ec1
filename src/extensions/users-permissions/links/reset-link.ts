import type { z } from 'zod';
import { CATALOGUES } from '#src/languages/index';
import { pageAddress } from '#src/platform/pages/pages';
import { queueMail } from '#src/platform/mail/mail-queue';
import { refused } from '#src/platform/refusals/refusal';
import type { LinkAction, LinkPurpose } from '#src/platform/secret-links/index';
import { sqlOf } from '#src/platform/sql/sql';
import { RESET } from '../mail-names';
import { setPassword } from '../set-password';
import { linkedAccount } from './linked-account';
import { passwordField, passwordInput } from './password-field';
import { toAccount } from './to-account';

const choose: LinkAction<z.infer<typeof passwordInput>> = {
  fields: passwordInput,
  async run(strapi, sql, { subject }, { password }, language) {
    const account = await linkedAccount(sql, subject, 'password', { hold: true });
    if (!account) throw refused('link-unknown');
    await setPassword(strapi, account, password);
    const { done, doneText } = CATALOGUES[language].accountLinks.reset;
    return { title: done, text: doneText, actions: [], ...toAccount(strapi, language) };
  },
};

/** Sets a new password, once, until the account has another password or address. */
export const resetLink: LinkPurpose = {
  name: RESET,
  async show(strapi, { subject }, language) {
    const account = await linkedAccount(sqlOf(strapi), subject, 'password');
    const { title, text, label, over, again } = CATALOGUES[language].accountLinks.reset;
    if (!account)
      return {
        ...over,
        actions: [],
        next: { label: again, url: pageAddress(strapi, 'account-forgotten-password', language) },
      };
    return {
      title,
      text: text(account.email),
      actions: [{ name: 'set', label, fields: [passwordField(language)] }],
    };
  },
  actions: { set: choose },
  async sendAgain(strapi, { subject }) {
    const account = await linkedAccount(sqlOf(strapi), subject, 'password');
    if (account) await queueMail(strapi, RESET, { accountId: account.id });
  },
};
