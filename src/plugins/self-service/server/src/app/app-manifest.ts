import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { CATALOGUES } from '#src/languages/index';
import { LANGUAGES, type Language } from '#src/languages/language';
import { openRoute } from '#src/platform/http/open-route';
import { appCity } from './app-city';
import { iconsIn } from './app-icons';
import { ROOTS } from './app-roots';

export const manifestPath = (language: Language): string => `/my-business/manifest.${language}.webmanifest`;

/** Serves what a browser needs to install the app (W3C, Web Application Manifest), by language. Call in `register()`. */
export function serveAppManifests(strapi: Core.Strapi): void {
  strapi.server.routes(
    LANGUAGES.map((language) =>
      openRoute('GET', manifestPath(language), async (ctx: Context) => {
        const { name: city, colour } = await appCity(strapi);
        const { title, lead } = CATALOGUES[language].pages.myBusiness;
        const root = ROOTS[language];
        ctx.set('Cache-Control', 'public, max-age=0, must-revalidate');
        ctx.type = 'application/manifest+json; charset=utf-8';
        ctx.body = JSON.stringify({
          id: root,
          name: city ? `${title} · ${city}` : title,
          short_name: title,
          description: lead,
          lang: language,
          start_url: root,
          scope: root,
          display: 'standalone',
          theme_color: colour,
          background_color: '#ffffff',
          icons: iconsIn(colour),
        });
      }),
    ),
  );
}
