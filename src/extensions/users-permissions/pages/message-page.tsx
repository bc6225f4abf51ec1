import { NextStep, Notice, Paragraphs } from '#src/platform/pages/elements';
import type { Asked, Page } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { CATALOGUES } from '#src/languages/index';

type AccountWords = (typeof CATALOGUES)['de']['pages']['account'];

/** What pages about accounts say. */
export const accountWords = ({ language }: Pick<Asked, 'language'>): AccountWords =>
  CATALOGUES[language].pages.account;

type Message = 'sent' | 'confirmed' | 'passwordSet' | 'joined' | 'exportAsked' | 'deletionAsked';

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
          <NextStep
            url={pageAddress(asked.strapi, 'start', asked.language)}
            label={CATALOGUES[asked.language].pages.errors.toStart}
          />
        </>
      ),
    };
  },
});
