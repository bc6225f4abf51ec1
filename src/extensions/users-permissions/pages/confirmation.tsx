import { Form, NextStep, Notice, Paragraphs } from '#src/platform/pages/elements';
import type { Page } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { assertRate } from '#src/platform/rate-limit/rate-limit';
import { confirmAccount, isConfirmationOpen } from '../confirm-account';
import { TOKEN_BY_ADDRESS } from '../rate-rules';
import { accountWords, messagePage } from './message-page';

const NAME = 'account-confirmation';
const CONFIRMED = 'account-confirmed';

/** Leads from the link in a mail to a button; opening it changes nothing. */
const confirmationPage: Page = {
  name: NAME,
  paths: { de: '/konto/bestaetigen', en: '/en/account/confirm' },
  reach: 'private',
  reads: ['confirmation'],
  async show(asked) {
    const { strapi, language, query } = asked;
    const words = accountWords(asked);
    const { title, text, label, over } = words.confirm;
    const token = query.get('confirmation') ?? '';
    if (!(await isConfirmationOpen(strapi, token)))
      return {
        title,
        body: (
          <>
            <Notice kind="note">
              <Paragraphs text={[over]} />
            </Notice>
            <NextStep
              url={pageAddress(strapi, 'account-confirmation-again', language)}
              label={words.confirmation.label}
            />
          </>
        ),
      };
    return {
      title,
      body: (
        <>
          <Paragraphs text={[text]} />
          <Form
            language={language}
            action={pageAddress(strapi, NAME, language)}
            label={label}
            hidden={{ confirmation: token }}
          />
        </>
      ),
    };
  },
  async submit(asked, { confirmation = '' }) {
    const { strapi, language, ctx } = asked;
    await assertRate(strapi, TOKEN_BY_ADDRESS, ctx.ip);
    const isConfirmed = await confirmAccount(strapi, confirmation);
    // The page says what a used link may mean.
    return { seeOther: pageAddress(strapi, isConfirmed ? CONFIRMED : NAME, language) };
  },
};

/** For links in mails that confirm an address. */
export const confirmationPages: readonly Page[] = [
  confirmationPage,
  messagePage('confirmed', {
    name: CONFIRMED,
    paths: { de: '/konto/bestaetigt', en: '/en/account/confirmed' },
  }),
];
