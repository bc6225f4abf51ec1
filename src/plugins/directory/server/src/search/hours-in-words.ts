import type { Core } from '@strapi/strapi';
import { knownCity } from '#src/city/known-city';
import { ANYWHERE, type RulePlace } from '#src/domain/opening-rule';
import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import { wallClockAt } from '#src/domain/wall-clock';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import {
  dateOf,
  isAlwaysOpen,
  stateInWords,
  weekInWords,
  type DayInWords,
  type KnownHours,
} from '#src/opening-hours/domain/hours-in-words';
import { HOURS_WORDS } from '#src/opening-hours/domain/shorthand/languages';
import type { Span } from '#src/opening-hours/domain/spans';
import { DAY_MS, dayOf, startOfDay } from '#src/opening-hours/domain/wall-clock';
import { holidaysOf } from '#src/opening-hours/holidays';
import { understandHours } from '#src/opening-hours/understand-hours';
import { serviceName } from '../domain/service-words';
import type { ListingDetailRow, ServiceState } from './listing.sql';
import type { ListingSource } from './listing-source';
import type { WeekHoursRow } from './week-hours.sql';

/** The hours of one service of a listing, for people. */
export interface ServiceInWords {
  readonly service: string;
  readonly name: string;
  readonly openNow: boolean | null;
  /** "Heute bis 18 Uhr geöffnet" */
  readonly state: string;
  readonly week: readonly DayInWords[];
  /** Hours of their own that begin after this week, each a sentence. */
  readonly coming: readonly string[];
}

const DAYS = 7;

// Others come by the order of their names.
const FIRST = ['on-site'];

interface Dated {
  readonly service?: unknown;
  readonly rule?: unknown;
  readonly note?: unknown;
  readonly validFrom?: unknown;
  readonly validThrough?: unknown;
}

/** Whether hours of their own were entered for a day. */
const isSpecialDay = (rows: readonly Dated[], day: string): boolean =>
  rows.some(({ validFrom, validThrough }) => {
    if (typeof validFrom !== 'string' && typeof validThrough !== 'string') return false;
    const starts = typeof validFrom === 'string' ? validFrom : day;
    const ends = typeof validThrough === 'string' ? validThrough : day;
    return starts <= day && day <= ends;
  });

// As far ahead as hours are known.
const AHEAD = 60;

const dayText = (day: string, language: Language): string => dateOf(language, Date.parse(`${day}T00:00:00Z`));

/** "24. bis 26. Dezember: geschlossen (Betriebsferien)" */
function comingSaid(
  { rule, note, validFrom, validThrough }: Dated,
  place: RulePlace,
  language: Language,
): string {
  const [from, through] = [validFrom, validThrough].map((day) =>
    typeof day === 'string' ? dayText(day, language) : undefined,
  );
  const words = CATALOGUES[language].cityPages.listing;
  const when = from && through && from !== through ? words.fromUntil(from, through) : (from ?? through ?? '');
  const { reading } = understandHours(String(rule), place, language);
  // Days are said already.
  const everyDay = `${HOURS_WORDS[language].say.daily}: `;
  const said = reading.map((line) => (line.startsWith(everyDay) ? line.slice(everyDay.length) : line));
  return `${when}: ${said.join('; ')}${typeof note === 'string' && note !== '' ? ` (${note})` : ''}`;
}

/** Whether hours of their own begin after a day, but soon. */
const isComing = ({ validFrom }: Dated, after: string, until: string): boolean =>
  typeof validFrom === 'string' && validFrom > after && validFrom <= until;

const readings = (text: string, timeZone: string): Span[] =>
  (JSON.parse(text) as [number, number][]).map(([start, end]) => ({
    start: wallClockAt(timeZone, start),
    end: wallClockAt(timeZone, end),
  }));

const rowsOf = (detail: Readonly<Record<string, unknown>>): Dated[] =>
  Object.values(detail)
    .filter(Array.isArray)
    .flat()
    .filter((row): row is Dated => typeof row === 'object' && row !== null && 'rule' in row);

/** The clock of the city. */
interface Clock {
  readonly timeZone: string;
  readonly now: Date;
  readonly language: Language;
}

/** Whether hours are open, for people. */
export const stateSaid = (
  { openNow, nextChange }: { readonly openNow: boolean | null; readonly nextChange: Date | null },
  { timeZone, now, language }: Clock,
): string =>
  stateInWords(
    { openNow, nextChange: nextChange && wallClockAt(timeZone, nextChange.getTime()) },
    wallClockAt(timeZone, now.getTime()),
    language,
  );

/** The moment at which the next day begins in the city: then a week in words begins with another day. */
export const tomorrowIn = (timeZone: string, now: Date): Date =>
  new Date(startOfDay(timeZone, dayOf(wallClockAt(timeZone, now.getTime()), 1)));

/**
 * The hours of each service of a listing, for people: its state, and the days of a week from today on.
 * @param source that its row is from
 */
export async function hoursInWords(
  strapi: Core.Strapi,
  row: ListingDetailRow,
  source: Pick<ListingSource, 'locale' | 'weekHours'>,
  { now, language }: { readonly now: Date; readonly language: Language },
): Promise<ServiceInWords[]> {
  const { city } = await knownCity(strapi);
  const { locale, weekHours } = source;
  const timeZone = city?.timeZone ?? DEFAULT_TIME_ZONE;
  const reading = wallClockAt(timeZone, now.getTime());
  const midnight = Math.floor(reading / DAY_MS) * DAY_MS;
  // A night that began yesterday, and one that begins on the last day.
  const [from, until] = [-1, DAYS + 1].map((days) => new Date(startOfDay(timeZone, dayOf(reading, days))));
  const found = await weekHours([row.document_id, locale, from, until]);
  const states = new Map((JSON.parse(row.hours) as ServiceState[]).map((state) => [state.service, state]));
  const dated = rowsOf(JSON.parse(row.detail) as Record<string, unknown>);
  const holidays = city ? holidaysOf(city, timeZone, midnight, DAYS) : new Map<string, string>();
  const inWords = ({ service, open, unknown }: WeekHoursRow): ServiceInWords => {
    const hours: KnownHours = { open: readings(open, timeZone), unknown: readings(unknown, timeZone) };
    const { openNow = null, nextChange = null } = states.get(service) ?? {};
    const own = dated.filter((one) => one.service === service);
    return {
      service,
      name: serviceName(service, language),
      openNow,
      state: isAlwaysOpen(hours, reading)
        ? CATALOGUES[language].openHours.always
        : stateSaid(
            { openNow, nextChange: nextChange === null ? null : new Date(nextChange) },
            { timeZone, now, language },
          ),
      coming: own
        .filter((one) => isComing(one, dayOf(reading, DAYS - 1), dayOf(reading, AHEAD)))
        .map((one) => comingSaid(one, city ?? ANYWHERE, language)),
      week: weekInWords(hours, {
        now: reading,
        language,
        holidays,
        isSpecial: (day) => isSpecialDay(own, day),
      }),
    };
  };
  const place = ({ service }: WeekHoursRow): number => (FIRST.includes(service) ? 0 : 1);
  return [...found].sort((one, other) => place(one) - place(other)).map(inWords);
}
