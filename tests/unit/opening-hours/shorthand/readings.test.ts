import { LANGUAGES } from '#src/languages/language';
import { readHours } from '#src/opening-hours/domain/shorthand/read-hours';

/** What has one reading, and the rule that it means. */
const EXACT: readonly (readonly [kind: string, texts: readonly string[], rule: string])[] = [
  [
    'days of which some are excepted',
    [
      'täglich außer Montag 10-18 Uhr',
      'außer Montag täglich 10-18 Uhr',
      '10-18 Uhr, außer Montag',
      'Every day except Monday 10am-6pm',
    ],
    'Tu-Su 10:00-18:00',
  ],
  [
    'what is closed though the days are named',
    ['täglich 10-18 Uhr, außer Montag'],
    'Mo off; Tu-Su 10:00-18:00',
  ],
  [
    'a day on which it is shut, as it is said at the door',
    ['Mo-Fr 6-18, Sa 6-13, So zu', 'Mo-Fr 6-18 Uhr, Sa 6-13 Uhr, Sonntag ist zu'],
    'Su off; Mo-Fr 06:00-18:00; Sa 06:00-13:00',
  ],
  [
    'holidays that are excepted',
    [
      'Mo-Fr 9-18 Uhr außer Feiertage',
      'Mo-Fr außer an Feiertagen 9-18 Uhr',
      'Mo-Fr 9-18 (nicht an Feiertagen)',
      'Mo-Fr 9-18; außer feiertags',
      'Mon-Fri 9am-6pm, except public holidays',
    ],
    'Mo-Fr 09:00-18:00; PH off',
  ],
  [
    'school holidays that are excepted',
    [
      'Mo-Fr 9-18 außer in den Ferien',
      'Mo-Fr 9-18 (außer in den Schulferien)',
      'Mo-Fr 9-18; Ferien geschlossen',
    ],
    'Mo-Fr 09:00-18:00; SH off',
  ],
  [
    'a day that "ist zu"',
    ['Mo-Fr 9-18, Sa ist zu', 'Mo-Fr 9-18, Samstag bleibt zu'],
    'Sa off; Mo-Fr 09:00-18:00',
  ],
  ['hours of an excepted day', ['Mo-Fr 9-18 außer Mi 9-12'], 'Mo,Tu,Th,Fr 09:00-18:00; We 09:00-12:00'],
  [
    'weekdays in school holidays',
    ['in den Schulferien Mo-Fr 10-18', 'Mo-Fr 10-18 (in den Ferien)', 'Ferien: Mo-Fr 10-18'],
    'SH Mo-Fr 10:00-18:00',
  ],
  [
    'school holidays and the rest of the year',
    ['in den Schulferien Mo-Fr 10-18, sonst Mo-Fr 14-18'],
    'Mo-Fr 14:00-18:00; SH Mo-Fr 10:00-18:00',
  ],
  [
    'the rest of the week',
    ['Mi Ruhetag, sonst täglich 11-23 Uhr', 'Mi Ruhetag, ansonsten 11-23 Uhr'],
    'We off; Mo,Tu,Th-Su 11:00-23:00',
  ],
  [
    'parts of the year behind the hours',
    [
      'Mo-Fr 9-18 (Apr-Okt), Mo-Fr 9-17 (Nov-Mär)',
      'Mo-Fr 9-18 April bis Oktober; Mo-Fr 9-17 November bis März',
    ],
    'Apr-Oct Mo-Fr 09:00-18:00; Nov-Mar Mo-Fr 09:00-17:00',
  ],
  [
    'dates behind what they are about',
    ['Mon-Fri 9am-5pm, closed on 24 December', 'Closed on 24 December, Mon-Fri 9am-5pm'],
    'Mo-Fr 09:00-17:00; Dec 24 off',
  ],
  ['lists of all kinds of holidays', ['Ferien und Feiertage geschlossen'], 'SH off; PH off'],
  [
    'days said twice',
    ['täglich Mo-Fr 9-18', 'Mo-Fr täglich 9-18', 'werktags Mo-Fr 9-18'],
    'Mo-Fr 09:00-18:00',
  ],
  ['days that are added', ['täglich auch an Sonn- und Feiertagen 9-18 Uhr'], 'Mo-Su,PH 09:00-18:00'],
  [
    'dates after a comma',
    ['Mo-Fr 9-18, 1. Mai geschlossen', 'Mon-Fri 9am-6pm, May 1 closed', 'Mo-Fr 9-18, außer 1.5.'],
    'Mo-Fr 09:00-18:00; May 01 off',
  ],
  [
    'several dates of a month',
    ['Mo-Fr 9-18, 24. und 31. Dezember 9-12', 'Mo-Fr 9-18; 24./31.12. 9-12 Uhr'],
    'Mo-Fr 09:00-18:00; Dec 24,Dec 31 09:00-12:00',
  ],
  [
    'days from one to another of a month',
    [
      'Mo-Fr 9-18; 24.-26.12. geschlossen',
      'Mon-Fri 9am-6pm; December 24-26 closed',
      'Mo-Fr 9-18; zwischen 24.12. und 26.12. geschlossen',
    ],
    'Mo-Fr 09:00-18:00; Dec 24-Dec 26 off',
  ],
  [
    'holidays in a part of the year',
    ['Mo-Fr 9-18, feiertags geschlossen, Oktober bis März Mo-Fr 10-16'],
    'Mo-Fr 09:00-18:00; Oct-Mar Mo-Fr 10:00-16:00; PH off',
  ],
  [
    'twelve at night',
    ['Mon-Fri 5pm-12', 'Mon-Fri 5pm-12am', 'Mo-Fr 17 bis 12 Uhr nachts'],
    'Mo-Fr 17:00-24:00',
  ],
  ['twelve at noon', ['Mo 8 bis 12 Uhr vormittags', 'Mo 8-12 Uhr mittags', 'Mon 8am-noon'], 'Mo 08:00-12:00'],
  [
    'parts of the day',
    ['Mo-Fr vormittags 9-12 Uhr, nachmittags 14-18 Uhr', 'Mo-Fr 9-12 Uhr vormittags, 2-6 Uhr nachmittags'],
    'Mo-Fr 09:00-12:00,14:00-18:00',
  ],
  [
    '"am" before a count',
    ['9-12 am 1. Samstag im Monat', '9-12 Uhr am ersten Samstag im Monat'],
    'Sa[1] 09:00-12:00',
  ],
];

test.each(EXACT.flatMap(([kind, texts, rule]) => texts.map((text) => [kind, text, rule] as const)))(
  '%s: %s is %s',
  (_kind, text, rule) => {
    for (const language of LANGUAGES)
      expect(readHours(text, language)).toMatchObject({ understood: 'exact', rule, questions: [], left: [] });
  },
);

/** What may mean this or that, the question, and what may be taken for certain all the same. */
const ASKED: readonly (readonly [text: string, question: string, rule?: string])[] = [
  ['ab 15. April täglich 9-18 Uhr', 'season-dates'],
  ['vom 1. April an täglich 10-18', 'season-dates'],
  ['from April daily 9am-5pm', 'season-dates'],
  ['Mo-Fr 9-18; Juli-August 9-16', 'days-missing', 'Mo-Fr 09:00-18:00'],
  ['Montag Ruhetag. April-Oktober 10-18 Uhr', 'days-missing', 'Mo off'],
  ['Mo-Fr 9-18, in den Ferien 9-16', 'days-missing', 'Mo-Fr 09:00-18:00'],
  ['Di-Fr 14-18, Mo und Ferien 10-18', 'days-missing', 'Tu-Fr 14:00-18:00'],
  ['täglich, Montag geschlossen', 'belongs-to'],
  ['Sa geschlossen (außer im Dezember)', 'times-missing', 'Sa off'],
  ['Mo-Sa geschlossen außer Mi', 'times-missing', 'Mo-Sa off'],
  ['Sa ab 14 Uhr geschlossen', 'belongs-to'],
  ['24.12. ab 12 Uhr geschlossen', 'belongs-to'],
  ['Mo-Fr 9-18 (12-13 geschlossen)', 'belongs-to'],
  ['Mo-Fr 9-18, 12-13 geschlossen; Sa 9-14', 'belongs-to', 'Sa 09:00-14:00'],
  ['2026 – 18+', 'half-of-day'],
  ['Mo-Fr 9-18; Sa 12-13 geschlossen', 'belongs-to', 'Mo-Fr 09:00-18:00'],
  ['Mon-Fri 12-2am', 'half-of-day'],
  ['Mon-Sat 6pm-12pm', 'half-of-day'],
  ['Mon 8-12pm', 'half-of-day'],
  ['Mo-Fr 11-10', 'half-of-day'],
  ['Mo-Fr 9:00-5:30', 'half-of-day'],
  ['Mi 3-6 Uhr', 'half-of-day'],
  ['Mo 12:30-1:30', 'half-of-day'],
  ['Notdienst 24h', 'belongs-to'],
  ['Mo-Fr 9-18, Sa 9-14 (April bis Oktober)', 'season-scope'],
  ['täglich 8-18, Juli-August 9-16, feiertags geschlossen', 'season-scope', 'Mo-Su 08:00-18:00'],
  ['Mo vormittags 14-18', 'half-of-day'],
  ['Mo-Fr 9-18, 1.5.2026 geschlossen', 'which-year', 'Mo-Fr 09:00-18:00'],
  ['Mo-Fr 9-18, 24.12.26 geschlossen', 'which-year', 'Mo-Fr 09:00-18:00'],
  ['Mo-Fr 9-18; 28.-3.1. geschlossen', 'time-impossible', 'Mo-Fr 09:00-18:00'],
  ['Mo, - Fr. 9-18', 'range-or-list'],
  ['Mo --, Di 9-18', 'range-or-list'],
  ['Feiertags Mo-Fr 9-18', 'range-or-list'],
  ['Nach Vereinbarung Mo-Fr 9-18', 'appointment-when', 'Mo-Fr 09:00-18:00'],
  ['Mitte März bis Ende Oktober täglich 10-18', 'season-dates'],
  ['außerhalb der Ferien Mo-Fr 14-18', 'season-dates'],
  ['Betriebsferien 1.-15. August geschlossen', 'season-dates'],
  ['Weihnachten geschlossen', 'belongs-to'],
  ['Ferien täglich 9-16, Juli Mo-Fr 10-18', 'season-scope', 'Jul Mo-Fr 10:00-18:00'],
];

test.each(ASKED.map(([text, question, rule]) => ({ text, question, rule })))(
  '$text is asked about: $question',
  ({ text, question, rule }) => {
    const answer = readHours(text, 'de');
    expect(answer.understood).not.toBe('exact');
    expect(answer.questions.map(({ code }) => code)).toContain(question);
    expect(answer.rule).toBe(rule);
  },
);
