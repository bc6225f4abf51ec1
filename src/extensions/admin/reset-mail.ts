import { htmlOf } from '../../platform/mail/mail';

const TEXT = `Guten Tag,

für Ihr Konto in der Redaktion wurde ein neues Passwort angefordert. Mit diesem Link können Sie es wählen; er gilt nur einmal:

<%= url %>

Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.

---

Hello,

a new password was requested for your account at the editorial desk. Choose it with the link above; it is valid only once.

If this was not you, there is nothing to do: your password stays as it is.`;

const SLOT = '<%= url %>';

/**
 * The mail for an editor who has forgotten the password, in the form of Strapi's `admin.forgotPassword.emailTemplate`.
 * Strapi inserts the link and has only one template, so it says everything in both languages.
 */
export const ADMIN_RESET_MAIL = {
  subject: 'Neues Passwort / New password',
  text: TEXT,
  // Strapi inserts the address afterwards; it consists of our own address and a code, so there is nothing to escape.
  html: htmlOf(TEXT.replace(SLOT, 'LINK'), '').replace('LINK', `<a href="${SLOT}">${SLOT}</a>`),
};
