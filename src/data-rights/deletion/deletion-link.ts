import { toAccount } from '#src/extensions/users-permissions/links/to-account';
import { CATALOGUES } from '#src/languages/index';
import { refused } from '#src/platform/refusals/refusal';
import type { LinkPurpose } from '#src/platform/secret-links/index';
import { sqlOf } from '#src/platform/sql/sql';
import { dayInWords } from '../domain/in-words';
import { deletionById, takeBackDeletion } from './deletions';
import { deletionIn } from './link-subject';
import { DELETION_UNDO } from './names';

/** Keeps an account that is to be deleted. */
export const deletionLink: LinkPurpose = {
  name: DELETION_UNDO,
  async show(strapi, { subject }, language) {
    const pending = await deletionById(sqlOf(strapi), deletionIn(subject));
    if (!pending) return undefined;
    const { title, text, label } = CATALOGUES[language].dataRights.deletionLink;
    const { listings, dueAt } = pending;
    return { title, text: text(dayInWords(dueAt, language), listings), actions: [{ name: 'keep', label }] };
  },
  actions: {
    keep: {
      async run(strapi, sql, { subject }, _input, language) {
        const pending = await deletionById(sql, deletionIn(subject));
        if (!pending || !(await takeBackDeletion(sql, pending.accountId))) throw refused('link-unknown');
        const { done, doneText } = CATALOGUES[language].dataRights.deletionLink;
        return { title: done, text: doneText, actions: [], ...toAccount(strapi, language) };
      },
    },
  },
};
