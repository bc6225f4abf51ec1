/** The languages in which Stadtverbund speaks to people. */
export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_LANGUAGE: Language = 'de';

/** Where a request says which language it wants, in order of weight. */
export interface LanguageWishes {
  /** The `locale` query parameter. */
  locale?: string | null;
  /** The `Accept-Language` header (RFC 9110, 12.5.4). */
  acceptLanguage?: string | null;
  /** The language an admin user chose for the panel. */
  preferred?: string | null;
  /** The locale of the content that an editor works on, which need not be the editor's own. */
  contentLocale?: string | null;
}

const spoken = (tag: string | null | undefined): Language | undefined => {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary);
};

const weight = (parameters: readonly string[]): number => {
  const q = parameters.map((parameter) => /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(parameter)?.[1]).find(Boolean);
  return q === undefined ? 1 : Number(q);
};

const fromHeader = (header: string | null | undefined): Language | undefined => {
  const ranges = (header ?? '')
    .split(',')
    .map((range) => range.split(';'))
    .map(([tag, ...parameters]) => ({ language: spoken(tag), q: weight(parameters) }))
    .filter(({ language, q }) => language !== undefined && q > 0);
  return ranges.sort((a, b) => b.q - a.q)[0]?.language;
};

/** The language to answer in: `?locale=`, then Accept-Language, then the admin user's choice, then German. */
export const resolveLanguage = (wishes: LanguageWishes): Language =>
  spoken(wishes.locale) ??
  fromHeader(wishes.acceptLanguage) ??
  spoken(wishes.preferred) ??
  spoken(wishes.contentLocale) ??
  DEFAULT_LANGUAGE;
