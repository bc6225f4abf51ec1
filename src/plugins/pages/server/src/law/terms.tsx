import { MAX_DISTANCE_KM } from '#src/domain/geo';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { Paragraphs } from '#src/platform/pages/elements';
import type { Page } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { OBJECTION_MONTHS } from '#src/plugins/moderation/server/src/contract';
import { cityProfile } from '../city';
import { text, type Entry } from '../listing/read-facts';
import { wordOf } from '../listing/words-of-facts';
import { Asked } from './asked';
import { Part, Written } from './reaching';

/** Whom the city admits: what the rules for entering check. */
function admitted(profile: Entry, language: Language): string[] {
  const words = CATALOGUES[language].lawPages.terms.admitted;
  const size = text(profile, 'largestSizeClass');
  return [
    words.place(MAX_DISTANCE_KM),
    size === undefined || size === 'large' ? words.anySize : words.size(wordOf(size, language)),
    profile['chainsAdmitted'] === false ? words.noChains : words.chains,
  ];
}

/** The rules of the platform (DSA, Art. 14): the city's own, and what the software does with contents. */
export const termsPage: Page = {
  name: 'terms',
  paths: { de: '/nutzungsbedingungen', en: '/en/terms' },
  reach: 'public',
  async show({ strapi, language }) {
    const profile = await cityProfile(strapi, language);
    const words = CATALOGUES[language].lawPages.terms;
    const own = text(profile, 'termsOfUse');
    return {
      title: words.title,
      lead: words.lead,
      description: words.description,
      body: (
        <>
          <Asked {...{ profile, language }} page="terms" />
          {own && (
            <Part title={words.own}>
              <Written value={own} />
            </Part>
          )}
          <Part title={words.admitted.title}>
            <ul>
              {admitted(profile, language).map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
            <p>{words.admitted.free}</p>
          </Part>
          <Part title={words.review.title}>
            <Paragraphs text={words.review.text} />
          </Part>
          <Part title={words.notice.title}>
            <p>{words.notice.text}</p>
            <p>
              <a href={pageAddress(strapi, 'report', language)}>{words.notice.link}</a>
            </p>
          </Part>
          <Part title={words.objection.title}>
            <p>{words.objection.text(OBJECTION_MONTHS)}</p>
          </Part>
          <Part title={words.misuse.title}>
            <p>{words.misuse.text}</p>
            <ul>
              <li>
                <a href={pageAddress(strapi, 'sorting', language)}>{words.sorting}</a>
              </li>
              <li>
                <a href="/api/transparency.json">{words.transparency}</a>
              </li>
            </ul>
          </Part>
        </>
      ),
    };
  },
};
