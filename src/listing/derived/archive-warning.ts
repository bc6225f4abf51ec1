import { languageFor, spoken } from '../../domain/language';
import { CATALOGUES } from '../../languages';
import type { Core } from '@strapi/strapi';
import { defaultLocale } from '../../platform/strapi/rows';
import type { DerivedField } from './derived-field';

interface Profile {
  locale: string;
  archiveWarning: string | null;
}

/** The city's warning on archived press notices, in `locale` or else in the default locale. */
export async function archiveWarningIn(strapi: Core.Strapi, locale?: string): Promise<string> {
  const fallback = await defaultLocale(strapi);
  const profiles = (await strapi.db
    .query('api::city-profile.city-profile')
    .findMany({ select: ['locale', 'archiveWarning'] })) as Profile[];
  const written = (code: string): string | undefined =>
    profiles.find((profile) => profile.locale === code)?.archiveWarning || undefined;
  const wanted = locale ?? fallback;
  const standard = (tag: string) => CATALOGUES[languageFor(tag)].publicPages.archiveWarning;
  return (
    written(wanted) ??
    (spoken(wanted) ? standard(wanted) : undefined) ??
    written(fallback) ??
    standard(fallback)
  );
}

/** `archiveWarning` of an archived press notice; `null` on others. */
export const archiveWarning: DerivedField = {
  schema: { type: ['string', 'null'], description: 'Shown above archived notices; null on others' },
  from: ['archivedAt'],
  compute: (strapi, notices) =>
    Promise.all(
      notices.map(async ({ archivedAt, locale }) =>
        archivedAt ? archiveWarningIn(strapi, locale as string | undefined) : null,
      ),
    ),
};
