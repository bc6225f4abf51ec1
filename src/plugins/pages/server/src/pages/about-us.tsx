import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import type { Page } from '#src/platform/pages/page';
import { cityWords } from '../city';
import { contactLines } from '../listing/contact';
import { Mark } from '../listing/mark';
import { text, type Entry } from '../listing/read-facts';
import { wordOf } from '../listing/words-of-facts';
import { organisations } from '../organisations';
import { Ways } from './ways';

function Organisation({ entry, language }: { entry: Entry; language: Language }): ReactNode {
  const kind = text(entry, 'kind');
  return (
    <li className="organisation">
      <Mark {...{ language }} facts={entry} shows="logo" />
      <div>
        {kind && <p className="kind">{wordOf(kind, language)}</p>}
        <h3 dir="auto">{text(entry, 'name')}</h3>
        {contactLines(entry, language).map(({ label, value }, at) => (
          <div key={at} className="line">
            <span className="visually-hidden">{label}: </span>
            {value}
          </div>
        ))}
      </div>
    </li>
  );
}

function Organisations({
  title,
  entries,
  language,
}: {
  title: string;
  entries: readonly Entry[];
  language: Language;
}): ReactNode {
  return (
    entries.length > 0 && (
      <section className="section wide">
        <h2>{title}</h2>
        <ul className="organisations">
          {entries.map((entry) => (
            <Organisation key={String(entry.documentId)} entry={entry} language={language} />
          ))}
        </ul>
      </section>
    )
  );
}

/** Who is behind the platform. */
export const aboutUsPage: Page = {
  name: 'about-us',
  paths: { de: '/wir', en: '/en/about-us' },
  reach: 'public',
  async show({ strapi, language }) {
    const words = CATALOGUES[language].cityPages.us;
    const { claim } = await cityWords(strapi, language);
    const all = await organisations(strapi, language);
    const lead = claim ?? words.lead;
    return {
      title: words.title,
      lead,
      description: lead,
      body: (
        <>
          <Organisations
            title={words.partners}
            entries={all.filter(({ partner }) => partner === true)}
            language={language}
          />
          <Organisations
            title={words.organisations}
            entries={all.filter(({ partner }) => partner !== true)}
            language={language}
          />
          <section className="section wide">
            <h2>{words.taking}</h2>
            <Ways strapi={strapi} language={language} />
          </section>
        </>
      ),
    };
  },
};
