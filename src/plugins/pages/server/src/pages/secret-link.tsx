import type { ReactNode } from 'react';
import type { Code } from '#src/languages/catalogue';
import { CATALOGUES } from '#src/languages/index';
import { Facts, Form, NextStep, Paragraphs, Sections } from '#src/platform/pages/elements';
import type { Asked, Outcome, Page, PageView } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { Refusal } from '#src/platform/refusals/refusal';
import {
  assertLinkMailRate,
  assertLinkRate,
  fileOfLink,
  findLink,
  sendLinkAgain,
  useLink,
  type LinkView,
} from '#src/platform/secret-links/index';

const NAME = 'secret-link';
const SEND_AGAIN = 'send-again';

const ABOUT_THE_LINK: ReadonlySet<Code> = new Set<Code>(['link-used', 'link-expired', 'link-unknown']);

const addressOf = ({ strapi, language, params }: Asked): string =>
  pageAddress(strapi, NAME, language, { token: params.token ?? '' });

const actionOf = (asked: Asked, action: string): string => `${addressOf(asked)}/${action}`;

/** What a link shows: a form with a button for each thing that can be done. */
function pageOf(asked: Asked, view: LinkView): PageView {
  const { title, text, facts = [], sections = [], actions, next } = view;
  const { language, refused } = asked;
  const body: ReactNode = (
    <>
      <Paragraphs text={text} />
      <Facts facts={facts} />
      <Sections sections={sections} />
      {actions.map((action) => (
        <Form
          key={action.name}
          {...action}
          {...{ language, refused }}
          action={actionOf(asked, action.name)}
        />
      ))}
      {next && <NextStep {...next} />}
    </>
  );
  return { title, body };
}

function expiredPage(asked: Asked, { facts, status }: Refusal): PageView {
  const { language } = asked;
  const words = CATALOGUES[language].pages.link.expired;
  return {
    title: words.title,
    status,
    body: facts.canBeSentAgain ? (
      <>
        <Paragraphs text={[words.text]} />
        <Form {...{ language }} name={SEND_AGAIN} action={actionOf(asked, SEND_AGAIN)} label={words.again} />
      </>
    ) : (
      <Paragraphs text={[words.ask]} />
    ),
  };
}

function unknownPage({ strapi, language }: Asked, { status }: Refusal): PageView {
  const { link, errors } = CATALOGUES[language].pages;
  return {
    title: link.unknown.title,
    status,
    body: (
      <>
        <Paragraphs text={link.unknown.text} />
        <NextStep url={pageAddress(strapi, 'start', language)} label={errors.toStart} />
      </>
    ),
  };
}

/** @param language in which the link was written, or another that the reader has chosen */
async function show(asked: Asked): Promise<PageView> {
  try {
    return pageOf(asked, await findLink(asked.strapi, asked.params.token ?? '', asked.language));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'link-expired') return expiredPage(asked, error);
    if (error instanceof Refusal && error.code === 'link-unknown') return unknownPage(asked, error);
    throw error;
  }
}

const isSame = (one: LinkView, other: LinkView): boolean => JSON.stringify(one) === JSON.stringify(other);

async function run(asked: Asked, values: Readonly<Record<string, string>>): Promise<Outcome> {
  const { strapi, language, params, ctx } = asked;
  const { token = '', action = '' } = params;
  if (action === SEND_AGAIN) {
    await assertLinkMailRate(strapi, ctx.ip);
    return pageOf(asked, await sendLinkAgain(strapi, token, language));
  }
  await assertLinkRate(strapi, ctx.ip);
  const file = await fileOfLink(strapi, token, action, language);
  if (file) return { file };
  const done = await useLink(strapi, token, action, values, language);
  // Where the link itself shows what was done, reloading sends nothing. Of a link with more uses, the answer is shown;
  // sent again, it is the same answer.
  const shown = await findLink(strapi, token, language);
  return isSame(done, shown) ? { seeOther: addressOf(asked) } : pageOf(asked, done);
}

/** The page of a link that was mailed (docs/adr/0074): it shows what is the case, and a button does something about it. */
export const secretLinkPage: Page = {
  name: NAME,
  paths: { de: '/l/:token', en: '/en/l/:token' },
  submitPaths: { de: '/l/:token/:action', en: '/en/l/:token/:action' },
  reach: 'private',
  show,
  async submit(asked, values) {
    try {
      return await run(asked, values);
    } catch (error) {
      // The page shows what is the case: what the link was used for, that it is over, or that there is none.
      if (error instanceof Refusal && ABOUT_THE_LINK.has(error.code))
        return { ...(await show(asked)), status: error.status };
      throw error;
    }
  },
};
