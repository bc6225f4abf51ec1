import { Form, Paragraphs } from '#src/platform/pages/elements';
import type { Asked, Outcome, Page } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { askApi } from './ask-api';
import { accountWords, messagePage } from './message-page';
import { secretField, typedSecret } from './secret-field';

const NAME = 'account-invitation';
const JOINED = 'account-joined';

async function accept(asked: Asked, token: string, jwt: string): Promise<Outcome> {
  try {
    const answer = await askApi(asked, '/api/my/invitations/accept', { token }, jwt);
    return answer.ok ? { seeOther: pageAddress(asked.strapi, JOINED, asked.language) } : answer;
  } finally {
    // Signed in for this only.
    await askApi(asked, '/api/auth/logout', {}, jwt);
  }
}

/** Accepts an invitation to manage a business with others, for those who have an account. */
const invitationPage: Page = {
  name: NAME,
  paths: { de: '/konto/einladung', en: '/en/account/invitation' },
  reach: 'private',
  show(asked) {
    const { strapi, language, refused } = asked;
    const words = accountWords(asked).invitation;
    const { fields, hidden } = secretField(asked, 'token');
    return {
      title: words.title,
      body: (
        <>
          <Paragraphs text={[words.text]} />
          <Form
            {...{ language, refused, hidden }}
            action={pageAddress(strapi, NAME, language)}
            label={words.label}
            fields={[
              ...fields,
              // Not `email`: older accounts sign in by a name as well.
              { name: 'identifier', label: words.email, autocomplete: 'username', required: true },
              {
                name: 'password',
                label: words.password,
                type: 'password',
                autocomplete: 'current-password',
                required: true,
              },
            ]}
          />
        </>
      ),
    };
  },
  async submit(asked, { token = '', identifier = '', password = '' }) {
    const signedIn = await askApi<{ jwt: string }>(asked, '/api/auth/local', { identifier, password });
    if (!signedIn.ok) return signedIn;
    return accept(asked, typedSecret(token, 'token'), signedIn.body.jwt);
  },
};

/** For links in mails that invite to a business. */
export const invitationPages: readonly Page[] = [
  invitationPage,
  messagePage('joined', {
    name: JOINED,
    paths: { de: '/konto/einladung-angenommen', en: '/en/account/invitation-accepted' },
  }),
];
