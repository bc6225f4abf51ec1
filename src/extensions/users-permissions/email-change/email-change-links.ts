import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { refused } from '#src/platform/refusals/refusal';
import type { LinkAction, LinkPurpose, LinkView } from '#src/platform/secret-links/index';
import { sqlOf } from '#src/platform/sql/sql';
import { passwordField, passwordInput } from '../links/password-field';
import { toAccount } from '../links/to-account';
import { EMAIL_CHANGE, EMAIL_CHANGE_UNDO } from '../mail-names';
import { changeNow, confirmEmailChange, undoEmailChange } from './email-change';

const wordsIn = (language: Language) => CATALOGUES[language].accountLinks;

/** A page without a button. It names no address, since what was done is stored with the link. */
const message = (
  strapi: Core.Strapi,
  language: Language,
  { title, text }: { readonly title: string; readonly text: readonly string[] },
): LinkView => ({ title, text, actions: [], ...toAccount(strapi, language) });

/** To the new address: makes it valid. */
const changing: LinkPurpose = {
  name: EMAIL_CHANGE,
  async show(strapi, { subject }, language) {
    const now = await changeNow(sqlOf(strapi), Number(subject));
    const words = wordsIn(language).emailChange;
    const { state, newEmail } = now?.change ?? {};
    if (!now) return undefined;
    if (state === 'confirmed') return message(strapi, language, words.done);
    if (state !== 'waiting' || !newEmail) return message(strapi, language, words.over);
    // Not the old address: the owner of the new one may be somebody else, if it was mistyped.
    return {
      title: words.title,
      text: words.text(newEmail),
      actions: [{ name: 'confirm', label: words.label }],
    };
  },
  actions: {
    confirm: {
      async run(strapi, sql, { subject }, _input, language) {
        if (!(await confirmEmailChange(strapi, sql, Number(subject)))) throw refused('link-unknown');
        return message(strapi, language, wordsIn(language).emailChange.done);
      },
    },
  },
};

const undo: LinkAction<z.infer<typeof passwordInput>> = {
  fields: passwordInput,
  async run(strapi, sql, { subject }, { password }, language) {
    if (!(await undoEmailChange(strapi, sql, Number(subject), password))) throw refused('link-unknown');
    return message(strapi, language, wordsIn(language).emailChangeUndo.done);
  },
};

/** To the old address: undoes the change, confirmed or not. */
const undoing: LinkPurpose = {
  name: EMAIL_CHANGE_UNDO,
  async show(strapi, { subject }, language) {
    const now = await changeNow(sqlOf(strapi), Number(subject));
    if (!now) return undefined;
    const words = wordsIn(language).emailChangeUndo;
    const { state, oldEmail } = now.change;
    if (state === 'undone') return message(strapi, language, words.over);
    return {
      title: words.title,
      text: words.text(oldEmail),
      actions: [{ name: 'undo', label: words.label, fields: [passwordField(language)] }],
    };
  },
  actions: { undo },
};

/** Links about a change of an account's address. */
export const emailChangeLinks: readonly LinkPurpose[] = [changing, undoing];
