import { ruleSaid, timesSaid } from '#src/plugins/moderation/admin/src/domain/hours-said';
import { parseWeek } from '#src/plugins/moderation/admin/src/domain/weekly-hours';
import type { Language } from '#src/languages/language';

const monday = (rule: string) => parseWeek(rule)?.days[0] ?? [];

it.each<[rule: string, Language, string]>([
  ['Mo 07:00-09:30,14:00-18:00', 'de', '7–9:30 und 14–18 Uhr'],
  ['Mo 07:00-09:30,14:00-18:00', 'en', '7 am to 9:30 am and 2 pm to 6 pm'],
  ['Mo 18:00-24:00', 'de', '18–24 Uhr'],
  ['Mo 18:00-00:00', 'en', '6 pm to midnight'],
  ['24/7', 'de', 'rund um die Uhr'],
  ['Mo off', 'en', 'closed'],
])('the panel says %s in %s as pages do', (rule, language, said) => {
  expect(timesSaid(monday(rule), language)).toBe(said);
});

it('says a rule of dates in words, and none that it has no words for', () => {
  expect(ruleSaid('Dec 24 07:00-13:00', 'de')).toBe('24. Dezember, täglich: 7–13 Uhr');
  expect(ruleSaid('Mo-Fr sunrise-12:00', 'de')).toBeUndefined();
});
