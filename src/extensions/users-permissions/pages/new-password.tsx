import { Form, NextStep, Notice, Paragraphs } from '#src/platform/pages/elements';
import type { Page } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { PASSWORD_MIN_CHARACTERS } from '../domain/password-rule';
import { isResetOpen } from '../is-reset-open';
import { askApi } from './ask-api';
import { accountWords, messagePage } from './message-page';
import { secretField, typedSecret } from './secret-field';

const NAME = 'account-new-password';
const SET = 'account-password-set';

/** Sets a password by the link in a mail. */
const newPasswordPage: Page = {
  name: NAME,
  paths: { de: '/konto/neues-passwort', en: '/en/account/new-password' },
  reach: 'private',
  async show(asked) {
    const { strapi, language, refused } = asked;
    const words = accountWords(asked).newPassword;
    const { fields, hidden } = secretField(asked, 'code');
    if (hidden.code !== undefined && !(await isResetOpen(strapi, hidden.code)))
      return {
        title: words.title,
        body: (
          <>
            <Notice kind="note">
              <Paragraphs text={[words.over]} />
            </Notice>
            <NextStep
              url={pageAddress(strapi, 'account-forgotten-password', language)}
              label={words.askAgain}
            />
          </>
        ),
      };
    return {
      title: words.title,
      body: (
        <>
          <Form
            {...{ language, refused, hidden }}
            action={pageAddress(strapi, NAME, language)}
            label={words.label}
            fields={[
              ...fields,
              {
                name: 'password',
                label: words.field,
                hint: words.hint,
                type: 'password',
                autocomplete: 'new-password',
                minLength: PASSWORD_MIN_CHARACTERS,
                required: true,
              },
            ]}
          />
          <p className="aside">
            <a href={pageAddress(strapi, 'account-forgotten-password', language)}>{words.askAgain}</a>
          </p>
        </>
      ),
    };
  },
  async submit(asked, { code = '', password = '' }) {
    const answer = await askApi<{ jwt: string }>(asked, '/api/auth/reset-password', {
      code: typedSecret(code, 'code'),
      password,
      passwordConfirmation: password,
    });
    if (!answer.ok) return answer;
    // The API signs in who sets a password; a page does not.
    await askApi(asked, '/api/auth/logout', {}, answer.body.jwt);
    return { seeOther: pageAddress(asked.strapi, SET, asked.language) };
  },
};

/** For links in mails that set a password. */
export const newPasswordPages: readonly Page[] = [
  newPasswordPage,
  messagePage('passwordSet', {
    name: SET,
    paths: { de: '/konto/passwort-gesetzt', en: '/en/account/password-set' },
  }),
];
