import { languageFor, spoken } from '../../languages/language';
import { CATALOGUES } from '../../languages';
import type { Core } from '@strapi/strapi';
import { defaultLocale } from '../../platform/strapi/locales';
import type { DerivedField } from './derived-field';

interface Profile {
  locale: string;
  archiveWarning: string | null;
}

/** The city's warning on archived press notices, in the given locale or else the default one. */
async function archiveWarnings(strapi: Core.Strapi): Promise<(locale?: string) => string> {
  const fallback = await defaultLocale(strapi);
  const profiles = (await strapi.db
    .query('api::city-profile.city-profile')
    .findMany({ select: ['locale', 'archiveWarning'] })) as Profile[];
  const written = (code: string): string | undefined =>
    profiles.find((profile) => profile.locale === code)?.archiveWarning || undefined;
  const standard = (tag: string) => CATALOGUES[languageFor(tag)].publicPages.archiveWarning;
  return (wanted = fallback) =>
    written(wanted) ??
    (spoken(wanted) ? standard(wanted) : undefined) ??
    written(fallback) ??
    standard(fallback);
}

/** The city's warning in `locale`, or else in the default locale. */
export const archiveWarningIn = async (strapi: Core.Strapi, locale?: string): Promise<string> =>
  (await archiveWarnings(strapi))(locale);

/** `archiveWarning` of an archived press notice; `null` on others. */
export const archiveWarning: DerivedField = {
  schema: { type: ['string', 'null'], description: 'Shown above archived notices; null on others' },
  from: ['archivedAt'],
  async compute(strapi, notices) {
    if (!notices.some(({ archivedAt }) => archivedAt)) return notices.map(() => null);
    const warningIn = await archiveWarnings(strapi);
    return notices.map(({ archivedAt, locale }) =>
      archivedAt ? warningIn(locale as string | undefined) : null,
    );
  },
};
