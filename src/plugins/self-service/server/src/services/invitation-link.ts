import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { findByAddress, isNameTaken } from '#src/extensions/users-permissions/find-account';
import { passwordField } from '#src/extensions/users-permissions/links/password-field';
import { toAccount } from '#src/extensions/users-permissions/links/to-account';
import { createAccount } from '#src/extensions/users-permissions/create-account';
import { mayBeCalled, password, username } from '#src/extensions/users-permissions/registration';
import { setPassword } from '#src/extensions/users-permissions/set-password';
import { assertNotGuessable } from '#src/extensions/passwords/assert-not-guessable';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { refused } from '#src/platform/refusals/refusal';
import type { LinkAction, LinkPurpose, LinkView } from '#src/platform/secret-links/index';
import { sqlOf, type Sql } from '#src/platform/sql/sql';
import { writeAs } from '#src/writing/origin';
import { businessName } from './business-name';
import { INVITATION, invitationNow, openInvitation, type InvitationNow } from './invitation-mail';
import { acceptOpen } from './invitations';

const wordsOf = (language: Language) => CATALOGUES[language].accountLinks.invitation;

async function accepted(
  strapi: Core.Strapi,
  sql: Sql,
  { id, business }: InvitationNow,
  accountId: number,
  language: Language,
): Promise<LinkView> {
  // The link says who it is; nobody is signed in.
  await writeAs(strapi, 'system', () => acceptOpen(strapi, sql, { id, accountId }, new Date()));
  const { done, doneText } = wordsOf(language);
  return {
    title: done(await businessName(strapi, business)),
    text: doneText,
    actions: [],
    ...toAccount(strapi, language),
  };
}

const accept: LinkAction = {
  async run(strapi, sql, { subject }, _input, language) {
    const open = await openInvitation(sql, subject);
    const account = open && (await findByAddress(strapi, open.email));
    if (!open || !account?.confirmed || account.blocked) throw refused('link-unknown');
    return accepted(strapi, sql, open, account.id, language);
  },
};

const registerFields = z.strictObject({ username, password });

const register: LinkAction<z.infer<typeof registerFields>> = {
  fields: registerFields,
  async run(strapi, sql, { subject }, input, language) {
    const open = await openInvitation(sql, subject);
    const known = open && (await findByAddress(strapi, open.email));
    if (!open || known?.confirmed || known?.blocked) throw refused('link-unknown');
    const { email } = open;
    const { username: name, password: chosen } = input;
    if (!mayBeCalled(name, email)) throw refused('username-shape', ['username']);
    if (await isNameTaken(strapi, name, known?.id)) throw refused('username-taken', ['username']);
    await assertNotGuessable(strapi, chosen, [{ username: name, email }]);
    if (known) await setPassword(strapi, known, chosen, { username: name });
    const { id } = known ?? (await createAccount(strapi, { ...input, email }, language, { confirmed: true }));
    return accepted(strapi, sql, open, id, language);
  },
};

/** Makes who was invited a manager, with the account of that address or a new one. */
export const invitationLink: LinkPurpose = {
  name: INVITATION,
  async show(strapi, { subject }, language) {
    const found = await invitationNow(sqlOf(strapi), subject);
    if (!found) return undefined;
    const words = wordsOf(language);
    const business = await businessName(strapi, found.business);
    if (found.acceptedAt)
      return {
        title: words.already(business),
        text: words.doneText,
        actions: [],
        ...toAccount(strapi, language),
      };
    const { email, by } = found;
    const { username: label, usernameHint: hint } = CATALOGUES[language].accountLinks;
    const account = await findByAddress(strapi, email);
    if (account?.blocked) return undefined;
    // One that nobody has confirmed may be anybody's.
    const known = account?.confirmed;
    return {
      title: words.title(business),
      text: [...words.text(by, business), known ? words.withAccount(email) : words.withoutAccount(email)],
      actions: [
        known
          ? { name: 'accept', label: words.accept }
          : {
              name: 'register',
              label: words.register,
              fields: [
                {
                  name: 'username',
                  label,
                  hint,
                  type: 'text',
                  autocomplete: 'name',
                  required: true,
                  minLength: 3,
                },
                passwordField(language),
              ],
            },
      ],
    };
  },
  actions: { accept, register: register },
};
