import { CATALOGUES } from '#src/languages/index';
import type { Page } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { cityProfile } from '../city';
import { Asked } from '../law/asked';
import { line, mail, operatorLines, Part, phone, Written } from '../law/reaching';
import { Lines } from '../listing/contact';
import { one, text } from '../listing/read-facts';

/** Who is responsible for this website (§ 5 DDG, § 18 MStV), and where they are reached (DSA, Art. 11 and 12). */
export const imprintPage: Page = {
  name: 'imprint',
  paths: { de: '/impressum', en: '/en/imprint' },
  reach: 'public',
  async show({ strapi, language }) {
    const profile = await cityProfile(strapi, language);
    const { imprint: words, labels } = CATALOGUES[language].lawPages;
    const operator = one(profile, 'operator');
    const more = text(profile, 'imprint');
    return {
      title: words.title,
      description: words.description,
      body: (
        <>
          <Asked {...{ profile, language }} page="imprint" />
          <Lines
            lines={[
              ...operatorLines(operator, language),
              ...line(labels.register, text(operator, 'register')),
              ...line(labels.vatId, text(operator, 'vatId')),
              ...line(labels.supervisoryAuthority, text(operator, 'supervisoryAuthority')),
              ...line(labels.responsibleForContent, text(operator, 'responsibleForContent')),
            ]}
          />
          {more && (
            <Part title={words.more}>
              <Written value={more} />
            </Part>
          )}
          <Part title={words.contact.title}>
            <p>{words.contact.text}</p>
            <Lines
              lines={[
                ...line(labels.email, mail(text(operator, 'email'))),
                ...line(labels.phone, phone(text(operator, 'phone'))),
                ...line(labels.languages, text(operator, 'contactLanguages')),
              ]}
            />
            <p>
              <a href={pageAddress(strapi, 'report', language)}>{words.report}</a>
            </p>
          </Part>
          <Part title={words.sources.title}>
            <p>{words.sources.text}</p>
          </Part>
        </>
      ),
    };
  },
};
