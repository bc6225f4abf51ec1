import { monthsAfter } from '#src/domain/calendar-days';
import type { FieldPath } from '#src/domain/field-labels';
import { isObject } from '#src/domain/is-object';
import type { Language } from '#src/languages/language';

/** A page of the law that lacks something as long as the city profile does not say it. */
export type LawPage = 'imprint' | 'privacy' | 'accessibility' | 'terms';

/** Something that only the city knows and the law asks for. */
export interface Need {
  /** In the city profile. */
  readonly path: FieldPath;
  readonly page: LawPage;
  readonly law: Readonly<Record<Language, string>>;
}

/** A city profile with its components. */
export type Profile = Readonly<Record<string, unknown>>;

const DDG = { de: '§ 5 DDG', en: 'DDG § 5' };
const DSA = { de: 'Art. 11 DSA', en: 'DSA Art. 11' };
const RECIPIENTS = { de: 'Art. 13 Abs. 1 Buchst. e DSGVO', en: 'GDPR Art. 13 (1) (e)' };
const STATEMENT = { de: 'der Beschluss (EU) 2018/1523', en: 'Decision (EU) 2018/1523' };

/** Everything that may be missing, in the order of the pages. */
export const NEEDS: readonly Need[] = [
  { page: 'imprint', path: ['operator', 'operatorName'], law: DDG },
  { page: 'imprint', path: ['operator', 'representedBy'], law: DDG },
  { page: 'imprint', path: ['operator', 'address', 'street'], law: DDG },
  { page: 'imprint', path: ['operator', 'address', 'place'], law: DDG },
  { page: 'imprint', path: ['operator', 'email'], law: DDG },
  { page: 'imprint', path: ['operator', 'contactLanguages'], law: DSA },
  {
    page: 'privacy',
    path: ['privacy', 'officer'],
    law: { de: 'Art. 13 Abs. 1 Buchst. b DSGVO', en: 'GDPR Art. 13 (1) (b)' },
  },
  {
    page: 'privacy',
    path: ['privacy', 'supervisoryBody', 'bodyName'],
    law: { de: 'Art. 13 Abs. 2 Buchst. d DSGVO', en: 'GDPR Art. 13 (2) (d)' },
  },
  { page: 'privacy', path: ['privacy', 'processors'], law: RECIPIENTS },
  { page: 'accessibility', path: ['accessibility', 'lawName'], law: STATEMENT },
  { page: 'accessibility', path: ['accessibility', 'enforcementBody', 'bodyName'], law: STATEMENT },
  { page: 'accessibility', path: ['accessibility', 'lastReviewed'], law: STATEMENT },
  { page: 'terms', path: ['termsOfUse'], law: { de: 'Art. 14 DSA', en: 'DSA Art. 14' } },
];

const valueAt = (profile: Profile, path: FieldPath): unknown =>
  path.reduce<unknown>((value, part) => (isObject(value) ? value[part] : undefined), profile);

const isSaid = (value: unknown): boolean =>
  typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null;

/** What the law still asks of a city profile. */
export const missingInLaw = (profile: Profile): readonly Need[] =>
  NEEDS.filter(({ path }) => !isSaid(valueAt(profile, path)));

// "Reviewed regularly" (EU 2018/1523); authorities expect each year.
const REVIEW_MONTHS = 12;

/** The last day on which a statement on accessibility needs no new review. @param reviewed ISO date @returns ISO date */
export const reviewDueOn = (reviewed: string): string => monthsAfter(reviewed, REVIEW_MONTHS);

/** Whether it was reviewed longer ago than a year. @param reviewed ISO date @param today ISO date */
export const isReviewDue = (reviewed: string, today: string): boolean => reviewDueOn(reviewed) < today;

/** The day on which the statement was last reviewed, as the profile says. @returns ISO date */
export function reviewedOn(profile: Profile): string | undefined {
  const value = valueAt(profile, ['accessibility', 'lastReviewed']);
  return typeof value === 'string' && value !== '' ? value.slice(0, 10) : undefined;
}
