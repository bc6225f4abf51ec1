import fc from 'fast-check';
import type { Language } from '../../src/languages/language';

/** Hours as somebody writes them, and the rule that they mean; without one no certain reading is right. */
interface SpokenHours {
  readonly text: string;
  readonly osm: string | undefined;
}

/** Something that is said besides the hours of the week; `rank`: what is later goes before what is earlier. */
interface Extra {
  readonly texts: Readonly<Record<Language, readonly string[]>>;
  readonly osm: string | undefined;
  readonly rank: number;
  /** It is true only where each day is open. */
  readonly ofEveryDay?: boolean;
  /** It is written directly behind the hours. */
  readonly behind?: boolean;
}

const HOLIDAYS: readonly Extra[] = [
  {
    texts: {
      de: [
        'Feiertage geschlossen',
        'an Feiertagen geschlossen',
        'feiertags: geschlossen',
        'Geschlossen an Feiertagen',
      ],
      en: ['public holidays closed', 'closed on public holidays', 'Bank holidays: closed'],
    },
    osm: 'PH off',
    rank: 4,
  },
  {
    texts: {
      de: [
        ' außer Feiertage',
        ' außer an Feiertagen',
        ' (außer feiertags)',
        ', ausgenommen Feiertage',
        ' (nicht an Feiertagen)',
      ],
      en: [' except public holidays', ' (except bank holidays)', ', excluding public holidays'],
    },
    osm: 'PH off',
    rank: 4,
    behind: true,
  },
  {
    texts: {
      de: ['Feiertage 10-12 Uhr', 'an Feiertagen von 10 bis 12 Uhr'],
      en: ['public holidays 10am-12pm'],
    },
    osm: 'PH 10:00-12:00',
    rank: 4,
  },
];

const SCHOOL: readonly Extra[] = [
  {
    texts: {
      de: ['in den Ferien geschlossen', 'Schulferien: geschlossen'],
      en: ['closed in the school holidays', 'school holidays: closed'],
    },
    osm: 'SH off',
    rank: 5,
  },
  {
    texts: {
      de: [' außer in den Ferien', ' (außer in den Schulferien)'],
      en: [' except during school holidays'],
    },
    osm: 'SH off',
    rank: 3,
    behind: true,
  },
  {
    texts: {
      de: ['in den Ferien Mo-Fr 10-16 Uhr', 'Schulferien: Montag bis Freitag 10:00-16:00'],
      en: ['school holidays: Mon-Fri 10am-4pm'],
    },
    osm: 'SH Mo-Fr 10:00-16:00',
    rank: 2,
  },
  {
    texts: { de: ['in den Ferien 10-16 Uhr'], en: ['school holidays 10am-4pm'] },
    osm: 'SH 10:00-16:00',
    rank: 2,
    ofEveryDay: true,
  },
];

const SEASONS: readonly Extra[] = [
  {
    texts: { de: ['August geschlossen', 'im August geschlossen'], en: ['August closed', 'closed in August'] },
    osm: 'Aug off',
    rank: 5,
  },
  {
    texts: {
      de: [
        'Juli-August Mo-Fr 9-16',
        'Mo-Fr 9-16 (Juli und August)',
        'im Juli und August Mo-Fr von 9 bis 16 Uhr',
        '1.7.-31.8. Mo-Fr 9-16',
      ],
      en: ['July-August Mon-Fri 9am-4pm', 'July to August: Mon-Fri 9am-4pm'],
    },
    osm: 'Jul-Aug Mo-Fr 09:00-16:00',
    rank: 1,
  },
  {
    texts: {
      de: ['Juli-August 9-16', 'im Juli und August 9-16 Uhr', 'vom 1. Juli bis 31. August 9-16 Uhr'],
      en: ['July-August 9am-4pm'],
    },
    osm: 'Jul-Aug 09:00-16:00',
    rank: 1,
    ofEveryDay: true,
  },
];

const DATES: readonly Extra[] = [
  {
    texts: {
      de: [
        '24.12. geschlossen',
        '24. Dezember geschlossen',
        'Heiligabend geschlossen',
        'am 24.12. geschlossen',
      ],
      en: ['December 24 closed', 'Christmas Eve closed', 'closed on 24 December'],
    },
    osm: 'Dec 24 off',
    rank: 6,
  },
  {
    texts: {
      de: ['24.12. und 31.12. 9-12 Uhr', '24./31.12. 9-12', '24. und 31. Dezember von 9 bis 12 Uhr'],
      en: ['December 24 and 31: 9am-noon', '24 December and 31 December 9am-noon'],
    },
    osm: 'Dec 24,Dec 31 09:00-12:00',
    rank: 6,
  },
  {
    texts: {
      de: [
        '24.12.-1.1. geschlossen',
        'vom 24. Dezember bis 1. Januar geschlossen',
        'zwischen 24.12. und 1.1. geschlossen',
      ],
      en: ['December 24 - January 1 closed', 'from 24 December to 1 January closed'],
    },
    osm: 'Dec 24-Jan 01 off',
    rank: 6,
  },
  {
    texts: {
      de: ['1.-15. August geschlossen', 'vom 1. bis 15. August geschlossen'],
      en: ['August 1-15 closed'],
    },
    osm: 'Aug 01-Aug 15 off',
    rank: 6,
  },
];

/** What leaves something open, so that the whole has no one reading. */
const DOUBTS: readonly Extra[] = [
  {
    texts: { de: ['ab 15. April 9-20 Uhr', 'ab Mai täglich 8-20'], en: ['from April 15 9am-8pm'] },
    osm: undefined,
    rank: 0,
  },
  {
    texts: {
      de: ['Mi ab 14 Uhr geschlossen', 'Mi nachmittags geschlossen'],
      en: ['Wed from 2pm closed', 'Wed afternoon closed'],
    },
    osm: undefined,
    rank: 0,
  },
  {
    texts: { de: ['1.5.2027 geschlossen', '24.12.26 geschlossen'], en: ['1 May 2027 closed'] },
    osm: undefined,
    rank: 0,
  },
  {
    texts: {
      de: ['zur Zeit geschlossen', 'Betriebsferien 1.-15. August', 'Weihnachten geschlossen'],
      en: ['temporarily closed', 'Easter closed'],
    },
    osm: undefined,
    rank: 0,
  },
  {
    texts: { de: ['So nach Bedarf', 'Küche bis 21 Uhr'], en: ['Sun if sunny', 'kitchen until 9pm'] },
    osm: undefined,
    rank: 0,
  },
];

interface Base {
  readonly texts: Readonly<Record<Language, readonly string[]>>;
  readonly days: string;
  readonly isWhole?: boolean;
}

const BASES: readonly Base[] = [
  {
    texts: {
      de: ['Mo-Fr', 'Montag bis Freitag', 'Mo bis Fr', 'montags-freitags', 'Mo, Di, Mi, Do, Fr', 'Mo.–Fr.'],
      en: ['Mon-Fri', 'Monday to Friday', 'Weekdays'],
    },
    days: 'Mo-Fr',
  },
  {
    texts: {
      de: ['täglich', 'Mo-So', 'jeden Tag', 'Montag bis Sonntag'],
      en: ['daily', 'Mon-Sun', 'every day'],
    },
    days: 'Mo-Su',
    isWhole: true,
  },
  {
    texts: {
      de: ['täglich außer Montag', 'Di-So', 'Mo-So außer Mo', 'Dienstag–Sonntag'],
      en: ['daily except Monday', 'Tue-Sun'],
    },
    days: 'Tu-Su',
  },
  {
    texts: {
      de: ['Mo, Mi + Fr', 'Mo/Mi/Fr', 'montags, mittwochs und freitags'],
      en: ['Mon, Wed & Fri', 'Mon/Wed/Fri'],
    },
    days: 'Mo,We,Fr',
  },
  {
    texts: { de: ['Sa u. So', 'Wochenende', 'Samstag und Sonntag'], en: ['weekends', 'Sat & Sun'] },
    days: 'Sa,Su',
  },
];

interface Times {
  readonly texts: Readonly<Record<Language, readonly string[]>>;
  readonly osm: string;
}

const TIMES: readonly Times[] = [
  {
    texts: {
      de: ['9-18', '9–18 Uhr', '09:00-18:00', 'von 9 bis 18 Uhr', '9.00 - 18.00 h', '9 Uhr bis 18 Uhr'],
      en: ['9am-6pm', '9:00 AM – 6:00 PM', '9am to 6pm'],
    },
    osm: '09:00-18:00',
  },
  {
    texts: {
      de: [
        '8-12 und 14-18 Uhr',
        '8-12, 14-18',
        '8.00-12.00/14.00-18.00',
        'vormittags 8-12, nachmittags 14-18 Uhr',
      ],
      en: ['8am-noon, 2pm-6pm', '8am-12pm and 2pm-6pm'],
    },
    osm: '08:00-12:00,14:00-18:00',
  },
  {
    texts: {
      de: ['18-2 Uhr', '18:00-02:00', '18 Uhr bis 2 Uhr nachts'],
      en: ['6pm-2am', '6:00 pm - 2:00 am'],
    },
    osm: '18:00-02:00',
  },
  {
    texts: { de: ['17-24 Uhr', '17 Uhr bis Mitternacht', '17:00–24:00'], en: ['5pm-midnight', '5pm-12am'] },
    osm: '17:00-24:00',
  },
  { texts: { de: ['ab 18 Uhr', '18 Uhr bis open end'], en: ['from 6pm', '6pm-late'] }, osm: '18:00+' },
];

const separators = fc.constantFrom(', ', '; ', '\n', ' | ', '. ', '<br>');

/** The hours of a week with exceptions, parts of the year and dates, in any order, as somebody writes them. */
export const spokenHours = (language: Language): fc.Arbitrary<SpokenHours> => {
  const one = <Said extends { readonly texts: Readonly<Record<Language, readonly string[]>> }>(
    all: readonly Said[],
  ) =>
    fc
      .constantFrom(...all)
      .chain((said) => fc.constantFrom(...said.texts[language]).map((text) => ({ ...said, text })));
  const perhaps = <Said extends { readonly texts: Readonly<Record<Language, readonly string[]>> }>(
    all: readonly Said[],
    never: number,
  ) => fc.oneof({ weight: never, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: one(all) });
  const extras = fc
    .tuple(
      perhaps(HOLIDAYS, 2),
      perhaps(SCHOOL, 5),
      perhaps(SEASONS, 3),
      perhaps(DATES, 2),
      perhaps(DOUBTS, 12),
    )
    .map((found) => found.filter((extra) => extra !== undefined));
  return fc
    .record({
      base: one(BASES),
      times: one(TIMES),
      extras,
      separator: separators,
      colon: fc.constantFrom(' ', ': '),
      seed: fc.nat(),
    })
    .map(({ base, times, extras: all, separator, colon, seed }) => {
      const behind = all.find((extra) => extra.behind);
      const others = all.filter((extra) => extra === behind || !extra.behind);
      const rest = others.filter((extra) => extra !== behind);
      const turned = rest.map((_extra, at) => rest[(at + seed) % rest.length] as (typeof rest)[number]);
      const main = `${base.text}${colon}${times.text}${behind?.text ?? ''}`;
      const isSure = others.every(
        ({ osm, ofEveryDay }) => osm !== undefined && (!ofEveryDay || base.isWhole),
      );
      const rules = [...others].sort((a, b) => a.rank - b.rank).map(({ osm }) => osm ?? '');
      return {
        text: [main, ...turned.map(({ text }) => text)].join(separator),
        osm: isSure ? [`${base.days} ${times.osm}`, ...rules].join('; ') : undefined,
      };
    });
};
