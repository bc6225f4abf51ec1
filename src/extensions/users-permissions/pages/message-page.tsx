import { NextStep, Notice, Paragraphs } from '#src/platform/pages/elements';
import type { Asked, Page } from '#src/platform/pages/page';
import { hasPage, pageAddress } from '#src/platform/pages/pages';
import { CATALOGUES } from '#src/languages/index';

type AccountWords = (typeof CATALOGUES)['de']['pages']['account'];

/** What pages about accounts say. */
export const accountWords = ({ language }: Pick<Asked, 'language'>): AccountWords =>
  CATALOGUES[language].pages.account;

type Message = 'sent' | 'confirmed' | 'passwordSet' | 'joined' | 'exportAsked' | 'deletionAsked';

/** Where to sign in, once there is such a place. */
function nextOf({ strapi, language }: Asked): { url: string; label: string } {
  const { myBusiness, errors } = CATALOGUES[language].pages;
  return hasPage(strapi, 'my-business')
    ? { url: pageAddress(strapi, 'my-business', language), label: myBusiness.toIt }
    : { url: pageAddress(strapi, 'start', language), label: errors.toStart };
}

/** A page that says what was done; forms lead to it, so that reloading it repeats nothing. */
export const messagePage = (message: Message, page: Pick<Page, 'name' | 'paths'>): Page => ({
  ...page,
  reach: 'private',
  show(asked) {
    const { title, text } = accountWords(asked)[message];
    return {
      title,
      body: (
        <>
          <Notice kind="done">
            <Paragraphs text={typeof text === 'string' ? [text] : text} />
          </Notice>
          <NextStep {...nextOf(asked)} />
        </>
      ),
    };
  },
});
