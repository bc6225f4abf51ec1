import { LANGUAGES } from '../../languages/language';
import { CATALOGUES } from '../../languages';
import { mailText } from '#src/languages/mail-text';
import { htmlOf } from '../../platform/mail/mail';

const SLOT = mailText`<%= url %>`;

const mails = LANGUAGES.map((language) => CATALOGUES[language].mails.editorReset({ link: SLOT }));
const TEXT = mails.map(({ text }) => text).join('\n\n---\n\n');

/**
 * The mail for an editor who has forgotten the password, in the form of Strapi's `admin.forgotPassword.emailTemplate`.
 * Strapi inserts the link and has only one template, so it says everything in all languages.
 */
export const ADMIN_RESET_MAIL = {
  subject: mails.map(({ subject }) => subject).join(' / '),
  text: TEXT,
  // Strapi inserts the address afterwards; it consists of our own address and a code, so there is nothing to escape.
  html: htmlOf(TEXT.replaceAll(SLOT, 'LINK'), '').replaceAll('LINK', `<a href="${SLOT}">${SLOT}</a>`),
};
