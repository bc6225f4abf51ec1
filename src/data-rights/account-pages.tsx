import { askApi } from '#src/extensions/users-permissions/pages/ask-api';
import { accountWords, messagePage } from '#src/extensions/users-permissions/pages/message-page';
import { Form, Paragraphs, type FieldOfForm } from '#src/platform/pages/elements';
import type { Asked, FormValues, Outcome, Page } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';

interface Asking extends Pick<Page, 'name' | 'paths'> {
  readonly what: 'export' | 'deletion';
  /** The route of the API, and what it is sent. */
  readonly api: string;
  readonly body: (values: FormValues) => object;
  readonly fields: (asked: Asked) => readonly FieldOfForm[];
  readonly kind?: 'danger';
  /** The page that says that it was asked for. */
  readonly done: string;
}

/** Asks the API for what the account of the typed password may have. */
async function askSignedIn(asked: Asked, { api, body, done }: Asking, values: FormValues): Promise<Outcome> {
  const { identifier = '', password = '' } = values;
  const signedIn = await askApi<{ jwt: string }>(asked, '/api/auth/local', { identifier, password });
  if (!signedIn.ok) return signedIn;
  const { jwt } = signedIn.body;
  try {
    const answer = await askApi(asked, api, body(values), jwt);
    return answer.ok ? { seeOther: pageAddress(asked.strapi, done, asked.language) } : answer;
  } finally {
    // Signed in for this only.
    await askApi(asked, '/api/auth/logout', {}, jwt);
  }
}

/** A page that asks for something about an account, with its password. */
const askingPage = (asking: Asking): Page => ({
  name: asking.name,
  paths: asking.paths,
  reach: 'public',
  show(asked) {
    const { strapi, language, refused } = asked;
    const words = accountWords(asked);
    const { title, text, teaser, label } = words[asking.what];
    const { email, password } = words.invitation;
    return {
      title,
      description: teaser,
      body: (
        <>
          <Paragraphs text={[text]} />
          <Form
            {...{ language, refused, label }}
            {...(asking.kind ? { kind: asking.kind } : {})}
            action={pageAddress(strapi, asking.name, language)}
            fields={[
              // Not `email`: older accounts sign in by a name as well.
              { name: 'identifier', label: email, autocomplete: 'username', required: true },
              {
                name: 'password',
                label: password,
                type: 'password',
                autocomplete: 'current-password',
                required: true,
              },
              ...asking.fields(asked),
            ]}
          />
        </>
      ),
    };
  },
  submit: (asked, values) => askSignedIn(asked, asking, values),
});

/** For people who have no other website with their account at hand: their data, and the end of the account. */
export const accountDataPages: readonly Page[] = [
  askingPage({
    what: 'export',
    name: 'account-export',
    paths: { de: '/konto/daten', en: '/en/account/data' },
    api: '/api/my/account/export',
    body: () => ({}),
    fields: () => [],
    done: 'account-export-asked',
  }),
  messagePage('exportAsked', {
    name: 'account-export-asked',
    paths: { de: '/konto/daten-angefordert', en: '/en/account/data-requested' },
  }),
  askingPage({
    what: 'deletion',
    name: 'account-deletion',
    paths: { de: '/konto/loeschen', en: '/en/account/delete' },
    api: '/api/my/account/deletion',
    body: ({ password, remove }) => ({ password, listings: remove === undefined ? 'leave' : 'remove' }),
    fields(asked) {
      const { remove, removeHint } = accountWords(asked);
      return [{ name: 'remove', label: remove, hint: removeHint, type: 'checkbox' }];
    },
    kind: 'danger',
    done: 'account-deletion-asked',
  }),
  messagePage('deletionAsked', {
    name: 'account-deletion-asked',
    paths: { de: '/konto/wird-geloescht', en: '/en/account/being-deleted' },
  }),
];
