import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { personalDataOf, type Declaration } from '#src/platform/personal-data/index';
import { Facts, Paragraphs } from '#src/platform/pages/elements';
import type { Page } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { cityProfile } from '../city';
import { Lines } from '../listing/contact';
import { one, text } from '../listing/read-facts';
import { Asked } from './asked';
import { Body, line, mail, operatorLines, Part, phone, Written } from './reaching';

interface Declared {
  readonly all: readonly Declaration[];
  readonly language: Language;
}

/** How long what is kept: of the same declarations as the record of processing activities. */
function Retentions({ all, language }: Declared): ReactNode {
  const words = CATALOGUES[language].lawPages.privacy.kept;
  return (
    <Part title={words.title}>
      <p>{words.text}</p>
      <table className="listed">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.deleted}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ name, what, deleted }) => (
            <tr key={name}>
              <th scope="row">{what[language]}</th>
              <td>{deleted[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Details({ all, language }: Declared): ReactNode {
  const words = CATALOGUES[language].lawPages.privacy.details;
  const factsOf = (data: Declaration) => [
    { label: words.whose, value: data.whose[language] },
    { label: words.purpose, value: data.purpose[language] },
    { label: words.legalBasis, value: data.legalBasis[language] },
    { label: words.recipients, value: data.recipients[language] },
    ...data.keeps.map(({ what, why, until }) => ({
      label: words.keeps,
      value: words.kept(what[language], why[language], until[language]),
    })),
  ];
  return (
    <Part title={words.title}>
      <p>{words.text}</p>
      {all.map((data) => (
        <details key={data.name} className="folded">
          <summary>{data.what[language]}</summary>
          <Facts facts={factsOf(data)} />
        </details>
      ))}
    </Part>
  );
}

/** What is stored about people (GDPR, Art. 13), from what each part of the software declares and what only the city knows. */
export const privacyPage: Page = {
  name: 'privacy',
  paths: { de: '/datenschutz', en: '/en/privacy' },
  reach: 'public',
  async show({ strapi, language }) {
    const profile = await cityProfile(strapi, language);
    const { privacy: words, labels } = CATALOGUES[language].lawPages;
    const own = one(profile, 'privacy');
    const officer = text(own, 'officer');
    const body = one(own, 'supervisoryBody');
    const all = personalDataOf(strapi);
    const link = (page: string, label: string) => (
      <li>
        <a href={pageAddress(strapi, page, language)}>{label}</a>
      </li>
    );
    return {
      title: words.title,
      lead: words.lead,
      description: words.description,
      body: (
        <>
          <Asked {...{ profile, language }} page="privacy" />
          <Part title={words.visit.title}>
            <Paragraphs text={words.visit.text} />
          </Part>
          <Part title={words.responsible.title}>
            <Lines lines={operatorLines(one(profile, 'operator'), language)} />
            <p>
              <a href={pageAddress(strapi, 'imprint', language)}>
                {CATALOGUES[language].lawPages.imprint.title}
              </a>
            </p>
          </Part>
          {officer && (
            <Part title={words.officer.title}>
              <Written value={officer} />
              <Lines
                lines={[
                  ...line(labels.phone, phone(text(own, 'officerPhone'))),
                  ...line(labels.email, mail(text(own, 'officerEmail'))),
                ]}
              />
            </Part>
          )}
          <Part title={words.rights.title}>
            <Paragraphs text={words.rights.text} />
            <ul>
              {link('own-data', words.rights.own)}
              {link('account', words.rights.account)}
              <li>
                <a href={`${pageAddress(strapi, 'report', language)}?kind=privacy`}>{words.rights.report}</a>
              </li>
            </ul>
          </Part>
          {body && (
            <Part title={words.complaint.title}>
              <p>{words.complaint.text}</p>
              <Body body={body} language={language} />
            </Part>
          )}
          {text(own, 'processors') && (
            <Part title={words.processors.title}>
              <Written value={text(own, 'processors')} />
            </Part>
          )}
          {text(own, 'privacyMore') && (
            <Part title={words.more.title}>
              <Written value={text(own, 'privacyMore')} />
            </Part>
          )}
          <Retentions {...{ all, language }} />
          <Details {...{ all, language }} />
        </>
      ),
    };
  },
};
