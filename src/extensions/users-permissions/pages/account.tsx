import { Form, NextStep, Paragraphs } from '#src/platform/pages/elements';
import type { Page } from '#src/platform/pages/page';
import { hasPage, pageAddress } from '#src/platform/pages/pages';
import { askApi } from './ask-api';
import { accountWords, messagePage } from './message-page';

/** What can be done about an account without being signed in. */
export const accountPage: Page = {
  name: 'account',
  paths: { de: '/konto', en: '/en/account' },
  reach: 'public',
  show(asked) {
    const words = accountWords(asked);
    const { strapi, language } = asked;
    return {
      title: words.title,
      lead: words.lead,
      description: words.lead,
      body: (
        <>
          <section className="section">
            <h2>{words.joining.title}</h2>
            <Paragraphs text={words.joining.text} />
            {hasPage(strapi, 'my-business') && (
              <NextStep url={pageAddress(strapi, 'my-business', language)} label={words.joining.link} />
            )}
          </section>
          <h2 className="section">{words.existing}</h2>
          <ul className="cards">
            {(['password', 'confirmation', 'export', 'deletion'] as const).map((what) => (
              <li key={what} className="card">
                <h3>{words[what].title}</h3>
                <p>{words[what].teaser}</p>
                <p>
                  <a href={pageAddress(strapi, NAMES[what], language)}>{words[what].label}</a>
                </p>
              </li>
            ))}
          </ul>
        </>
      ),
    };
  },
};

const NAMES = {
  password: 'account-forgotten-password',
  confirmation: 'account-confirmation-again',
  // src/data-rights/account-pages.tsx
  export: 'account-export',
  deletion: 'account-deletion',
} as const;

const SENT = 'account-mail-sent';

/** A page that has a mail sent; it says the same whether or not there is an account. */
const askingPage = (
  what: 'password' | 'confirmation',
  { api, ...page }: Pick<Page, 'name' | 'paths'> & { api: string },
): Page => ({
  ...page,
  reach: 'public',
  show(asked) {
    const words = accountWords(asked);
    const { strapi, language, refused } = asked;
    return {
      title: words[what].title,
      body: (
        <>
          <Paragraphs text={[words[what].text]} />
          <Form
            {...{ language, refused }}
            action={pageAddress(strapi, page.name, language)}
            label={words[what].label}
            fields={[
              { name: 'email', label: words.email, type: 'email', autocomplete: 'email', required: true },
            ]}
          />
        </>
      ),
    };
  },
  async submit(asked, { email = '' }) {
    const answer = await askApi(asked, api, { email });
    return answer.ok ? { seeOther: pageAddress(asked.strapi, SENT, asked.language) } : answer;
  },
});

const ASKING = {
  password: askingPage('password', {
    name: NAMES.password,
    paths: { de: '/konto/passwort-vergessen', en: '/en/account/forgotten-password' },
    api: '/api/auth/forgot-password',
  }),
  confirmation: askingPage('confirmation', {
    name: NAMES.confirmation,
    paths: { de: '/konto/bestaetigung-anfordern', en: '/en/account/ask-confirmation' },
    api: '/api/auth/send-email-confirmation',
  }),
};

/** Pages that have a mail sent, and the one that says so. */
export const askingPages: readonly Page[] = [
  ...Object.values(ASKING),
  messagePage('sent', { name: SENT, paths: { de: '/konto/mail-unterwegs', en: '/en/account/mail-sent' } }),
];
