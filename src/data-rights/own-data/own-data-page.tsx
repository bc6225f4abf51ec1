import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { Form, NextStep, Notice, Paragraphs } from '#src/platform/pages/elements';
import type { Page } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { askForOwnData } from './ask';
import { OWN_DATA_PAGE } from './names';

const SENT = 'own-data-sent';

const wordsOf = (language: Language) => CATALOGUES[language].pages.ownData;

/** Asks what is known of an address. */
const asking: Page = {
  name: OWN_DATA_PAGE,
  paths: { de: '/datenschutz/auskunft', en: '/en/privacy/your-data' },
  reach: 'public',
  show({ strapi, language, refused }) {
    const words = wordsOf(language);
    return {
      title: words.title,
      lead: words.lead,
      description: words.lead,
      body: (
        <>
          <Paragraphs text={words.text} />
          <Form
            {...{ language, refused }}
            action={pageAddress(strapi, OWN_DATA_PAGE, language)}
            label={words.label}
            challenge
            fields={[
              { name: 'email', label: words.email, type: 'email', autocomplete: 'email', required: true },
            ]}
          />
          <Paragraphs text={words.account} />
          <NextStep
            isAside
            url={pageAddress(strapi, 'account', language)}
            label={CATALOGUES[language].accountLinks.account}
          />
        </>
      ),
    };
  },
  async submit({ strapi, ctx, language }, values) {
    await askForOwnData(strapi, ctx, values, { language, now: new Date() });
    return { seeOther: pageAddress(strapi, SENT, language) };
  },
};

/** The same for every address. */
const sent: Page = {
  name: SENT,
  paths: { de: '/datenschutz/auskunft/unterwegs', en: '/en/privacy/your-data/sent' },
  reach: 'private',
  show({ strapi, language }) {
    const { title, text } = wordsOf(language).sent;
    return {
      title,
      body: (
        <>
          <Notice kind="done">
            <Paragraphs text={text} />
          </Notice>
          <NextStep
            url={pageAddress(strapi, 'start', language)}
            label={CATALOGUES[language].pages.errors.toStart}
          />
        </>
      ),
    };
  },
};

/** The pages of people without an account who want to know what is known of them. */
export const ownDataPages: readonly Page[] = [asking, sent];
