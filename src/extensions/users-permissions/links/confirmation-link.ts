import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '#src/languages/index';
import { queueMail } from '#src/platform/mail/mail-queue';
import type { LinkPurpose } from '#src/platform/secret-links/index';
import { refused } from '#src/platform/refusals/refusal';
import { sqlOf } from '#src/platform/sql/sql';
import { documentsOf } from '#src/platform/strapi/documents';
import { CONFIRMATION } from '../mail-names';
import { USER } from '../user-uid';
import { linkedAccount } from './linked-account';
import { toAccount } from './to-account';

/** Confirms that the address of an account is its owner's. */
export const confirmationLink: LinkPurpose = {
  name: CONFIRMATION,
  async show(strapi, { subject }, language) {
    const account = await linkedAccount(sqlOf(strapi), subject, 'address');
    if (!account) return undefined;
    const { title, text, label, already, alreadyText } = CATALOGUES[language].accountLinks.confirm;
    if (account.confirmed)
      return { title: already, text: alreadyText, actions: [], ...toAccount(strapi, language) };
    return { title, text: text(account.email), actions: [{ name: 'confirm', label }] };
  },
  actions: {
    confirm: {
      async run(strapi, sql, { subject }, _input, language) {
        const account = await linkedAccount(sql, subject, 'address', { hold: true });
        if (!account) throw refused('link-unknown');
        const { documentId } = account;
        await documentsOf(strapi, USER).update({ documentId, data: { confirmed: true } });
        const { done, doneText } = CATALOGUES[language].accountLinks.confirm;
        return { title: done, text: doneText, actions: [], ...toAccount(strapi, language) };
      },
    },
  },
  async sendAgain(strapi: Core.Strapi, { subject }) {
    const account = await linkedAccount(sqlOf(strapi), subject, 'address');
    if (account) await queueMail(strapi, CONFIRMATION, { accountId: account.id });
  },
};
