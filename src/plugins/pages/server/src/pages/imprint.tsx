import { CATALOGUES } from '#src/languages/index';
import { DEFAULT_LANGUAGE } from '#src/languages/language';
import { Paragraphs } from '#src/platform/pages/elements';
import type { Page } from '#src/platform/pages/page';
import { refused } from '#src/platform/refusals/refusal';
import { cityWords } from '../city';

/** Who is responsible for this website, as the city profile says (§ 5 DDG). */
export const imprintPage: Page = {
  name: 'imprint',
  paths: { de: '/impressum', en: '/en/imprint' },
  reach: 'public',
  isThere: async (strapi) => (await cityWords(strapi, DEFAULT_LANGUAGE)).imprint !== undefined,
  async show({ strapi, language }) {
    const { imprint } = await cityWords(strapi, language);
    if (imprint === undefined) throw refused('not-found');
    return {
      title: CATALOGUES[language].pages.imprint,
      // Its lines are those of the editors.
      body: <Paragraphs text={imprint.split(/\n{2,}/)} />,
    };
  },
};
