import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { renderToStaticMarkup } from 'react-dom/server';
import { CATALOGUES } from '#src/languages/index';
import { LANGUAGES, type Language } from '#src/languages/language';
import { tilesOf } from '#src/map/map-ground';
import { sendAttachment } from '#src/platform/http/attachment';
import { publicBase } from '#src/platform/mail/public-url';
import { publicOrigin } from '#src/platform/http/public-origin';
import { readUrlEncodedForm } from '#src/platform/http/url-encoded-form';
import {
  ONLY_FORM,
  type Asked,
  type FormValues,
  type Moved,
  type Page,
  type PageView,
  type RefusedForm,
} from '#src/platform/pages/page';
import { LabelsOfFields } from '#src/platform/pages/elements';
import { filledIn, pageAddress, type PageServer } from '#src/platform/pages/pages';
import { Refusal } from '#src/platform/refusals/refusal';
import { foreignPanel } from '#src/reading/preview/own-preview';
import { noteExpiry } from '#src/response-cache/index';
import type { Assets } from './assets';
import { cityWords, lastCityWords, type CityWords } from './city';
import { errorPage } from './error-page';
import { isForPeople, languageOfPath } from './for-people';
import { Layout } from './layout';
import { listPageName, titleOf } from './lists/list-page';
import { setPageHeaders } from './page-headers';
import { problemsOf } from './problems-of';
import { typesInOrder } from './types-in-order';

type Paths = Readonly<Record<Language, string>>;

const inEach = (of: (language: Language) => string): Paths =>
  Object.fromEntries(LANGUAGES.map((language) => [language, of(language)])) as Paths;

// The reader can mend it: what was typed is shown again. Others, such as a link that does not exist, are pages.
const MENDABLE: ReadonlySet<number> = new Set([400, 401, 403, 409, 429]);

interface Shown {
  readonly language: Language;
  readonly view: PageView;
  readonly city: CityWords;
  readonly paths: Paths;
  readonly page?: Page;
  readonly reach: Page['reach'];
  readonly refused?: RefusedForm | undefined;
}

/** Puts pages into the city's layout and sends them. */
export function pageServer(strapi: Core.Strapi, assets: Assets): PageServer {
  const footer = (language: Language) => {
    const { pages: words, lawPages: law } = CATALOGUES[language];
    const link = (label: string, page: string) => ({ label, url: pageAddress(strapi, page, language) });
    return [
      link(words.home, 'start'),
      link(words.myBusiness.title, 'my-business'),
      link(law.report.short, 'report'),
      link(words.ownData.short, 'own-data'),
      link(law.sorting.title, 'sorting'),
      link(law.imprint.title, 'imprint'),
      link(law.privacy.title, 'privacy'),
      link(law.terms.title, 'terms'),
      link(law.accessibility.short, 'accessibility'),
    ];
  };

  const menu = (language: Language) => [
    { label: CATALOGUES[language].cityPages.search.title, url: pageAddress(strapi, 'search', language) },
    { label: CATALOGUES[language].cityPages.map.title, url: pageAddress(strapi, 'map', language) },
    ...typesInOrder(strapi).map((type) => ({
      label: titleOf(type, language),
      url: pageAddress(strapi, listPageName(type.type), language),
    })),
    { label: CATALOGUES[language].cityPages.us.title, url: pageAddress(strapi, 'about-us', language) },
    { label: CATALOGUES[language].pages.myBusiness.title, url: pageAddress(strapi, 'my-business', language) },
  ];

  // The panel's own origin, and that of a panel elsewhere.
  const panel = (): string[] => ["'self'", foreignPanel(strapi) ?? ''].filter(Boolean);

  function send(ctx: Context, { language, view, city, paths, page, reach, refused }: Shown): void {
    setPageHeaders(ctx, language, reach, {
      picturesFrom: view.hasMap ? tilesOf(strapi)?.origin : undefined,
      framedBy: page?.isInPanel ? panel() : undefined,
      isApp: view.app !== undefined,
    });
    ctx.status = view.status ?? 200;
    const labels = new Map<string, string>();
    const html = () =>
      renderToStaticMarkup(
        <LabelsOfFields.Provider value={labels}>
          <Layout
            {...{ language, view, city, assets, paths, refused, labels }}
            own={publicBase(strapi)}
            start={pageAddress(strapi, 'start', language)}
            footer={footer(language)}
            menu={menu(language)}
            {...(reach === 'public' ? { indexedAt: publicOrigin(strapi, ctx) } : {})}
          />
        </LabelsOfFields.Provider>,
      );
    // What is wrong stands above the forms that name it.
    if (refused) html();
    ctx.body = `<!doctype html>${html()}`;
  }

  const asked = (ctx: Context, language: Language): Asked => ({
    strapi,
    language,
    params: ctx.params as Record<string, string>,
    query: new URLSearchParams(ctx.querystring),
    ctx,
  });

  async function sendPage(
    ctx: Context,
    page: Page,
    { language, params, refused }: Asked,
    view: PageView | Moved,
  ) {
    if ('movedTo' in view) {
      ctx.status = 301;
      ctx.redirect(view.movedTo);
      return;
    }
    const city = await cityWords(strapi, language);
    const paths = inEach((other) => filledIn(page.paths[other], params));
    noteExpiry(ctx, view.expiresAt ?? null);
    // The answer to a form is for who has sent it.
    const reach = ctx.method === 'POST' ? 'private' : page.reach;
    send(ctx, { language, view, city, paths, page, reach, refused });
  }

  const submitted = async (page: Page, about: Asked, values: FormValues) => {
    try {
      // A page has a route for forms only if it takes them.
      return (await page.submit?.(about, values)) ?? page.show(about);
    } catch (error) {
      if (!(error instanceof Refusal) || !MENDABLE.has(error.status)) throw error;
      const { status, retryAfter } = error;
      return { problems: problemsOf(error, about.language), status, retryAfter };
    }
  };

  return {
    async show(ctx, page, language) {
      const about = asked(ctx, language);
      await sendPage(ctx, page, about, await page.show(about));
    },

    async submit(ctx, page, language) {
      const about = asked(ctx, language);
      const values = await readUrlEncodedForm(ctx);
      const outcome = await submitted(page, about, values);
      if ('seeOther' in outcome) {
        setPageHeaders(ctx, language, 'private');
        ctx.status = 303;
        ctx.redirect(outcome.seeOther);
      } else if ('file' in outcome) {
        setPageHeaders(ctx, language, 'private');
        sendAttachment(ctx, outcome.file);
      } else if ('problems' in outcome) {
        if (outcome.retryAfter !== undefined) ctx.set('Retry-After', String(outcome.retryAfter));
        const refused = { form: about.params.action ?? ONLY_FORM, values, problems: outcome.problems };
        const again = { ...about, refused };
        const shown = await page.show(again);
        await sendPage(ctx, page, again, 'movedTo' in shown ? shown : { ...shown, status: outcome.status });
      } else await sendPage(ctx, page, about, outcome);
    },

    async showRefusal(ctx, refusal) {
      if (!isForPeople(strapi, ctx)) return false;
      const language = languageOfPath(strapi, ctx);
      // After a failure of ours the database may be the reason.
      const city =
        refusal.status >= 500 ? lastCityWords(strapi, language) : await knownOrLast(strapi, language);
      const view = errorPage(refusal, language, {
        start: pageAddress(strapi, 'start', language),
        search: pageAddress(strapi, 'search', language),
      });
      const paths = inEach((other) => pageAddress(strapi, 'start', other));
      ctx.vary('Accept');
      send(ctx, { language, view, city, paths, reach: 'private' });
      return true;
    },
  };
}

const knownOrLast = (strapi: Core.Strapi, language: Language): Promise<CityWords> =>
  cityWords(strapi, language).catch((error: unknown) => {
    strapi.log.error('The city profile cannot be read.', { error });
    return lastCityWords(strapi, language);
  });
