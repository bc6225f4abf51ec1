import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { RulePlace } from '#src/domain/opening-rule';
import { isFederalState } from '#src/domain/federal-states';
import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import type { Sql } from '#src/platform/sql/sql';
import { expandServices, type HoursEntry } from '#src/opening-hours/domain/expand-hours';
import { tidied, type Span } from '#src/opening-hours/domain/spans';
import { DAY_MS, dayOf, instantsOf, startOfDay } from '#src/opening-hours/domain/wall-clock';
import { wallClockAt } from '#src/domain/wall-clock';
import { ruleReader } from '#src/opening-hours/rule-reader';
import { inTurns, turn } from '#src/opening-hours/turn';
import {
  ADD_HOURS,
  ALL_HOURS,
  COMPARE_HOURS,
  COMPARE_LISTING_HOURS,
  DELETE_LISTING_HOURS,
  KNOWN_HOURS,
  OUTDATED_HOURS,
  RENEW_HOURS,
  WRITE_LISTING_HOURS,
} from './hours.sql';

/** The entries of one or several services: open when one of them is. */
export type Rules = readonly (readonly HoursEntry[])[];

/** The hours of a listing for a service, or for '' if no service is named. */
export interface ListingHours {
  readonly document_id: string;
  readonly service: string;
  readonly rules: Rules;
}

/** Clients can ask for 60 days ahead (docs/directory.md); a missed night must not be noticed. */
const DAYS_AHEAD = 63;

/*
 * For all rules of a service together; the costliest of a real place takes 25,000 for these days. What a service may
 * use does not depend on the others, so that it is open at the same times under its own name and among all.
 */
const DATES_OF_A_SERVICE = 100_000;

/** Hours that end earlier than this are extended. */
const LEAST_DAYS_AHEAD = 61;

interface City {
  readonly place: RulePlace;
  readonly timeZone: string;
}

interface Profile {
  federalState: string;
  timeZone: string | null;
  centre: { latitude: number; longitude: number } | null;
}

// Until there is a city profile: the middle of Germany, in the most populous state.
const NO_CITY: City = {
  place: { federalState: 'DE-NW', centre: { latitude: 51.163, longitude: 10.448 } },
  timeZone: DEFAULT_TIME_ZONE,
};

/** Where the rules apply, as seen by the transaction. */
async function cityOf(strapi: Core.Strapi): Promise<City> {
  const profile = (await strapi.db
    .query('api::city-profile.city-profile')
    .findOne({ where: {}, orderBy: { id: 'asc' }, populate: { centre: true } })) as Profile | null;
  if (!profile?.centre || !isFederalState(profile.federalState)) return NO_CITY;
  const { latitude, longitude } = profile.centre;
  return {
    place: { federalState: profile.federalState, centre: { latitude, longitude } },
    timeZone: profile.timeZone ?? DEFAULT_TIME_ZONE,
  };
}

const placeKey = ({ place: { federalState, centre }, timeZone }: City): string =>
  `${federalState} ${timeZone} ${centre.latitude.toFixed(3)},${centre.longitude.toFixed(3)}`;

/** The rows of listing_hours with the key of their hours. */
const keyed = (hours: readonly ListingHours[]) =>
  hours.map(({ document_id, service, rules }) => ({ document_id, service, key: rulesKey(rules) }));

/** The key of a set of rules. */
export const rulesKey = (rules: Rules): string =>
  createHash('md5').update(JSON.stringify(rules)).digest('hex');

/** [start of yesterday, start of the day 63 days from now), as instants. */
export function hoursWindow(timeZone: string, now: Date): Span {
  const today = wallClockAt(timeZone, now.getTime());
  return {
    start: startOfDay(timeZone, dayOf(today, -1)),
    end: startOfDay(timeZone, dayOf(today, DAYS_AHEAD)),
  };
}

/** Rules computed for the city, in the form for hours.sql; other work gets its turn after each. */
async function workOut(rules: Rules, city: City, window: Span) {
  const services = rules.map((entries) => ({
    entries,
    read: ruleReader(city.place, city.timeZone, DATES_OF_A_SERVICE),
  }));
  // One more day on both sides: hours of the night before reach into the window, and local time is not UTC.
  const frame = {
    start: startOfReading(window.start) - 2 * DAY_MS,
    end: startOfReading(window.end) + 2 * DAY_MS,
  };
  for (const { entries, read } of services)
    for (const rule of new Set(entries.map((entry) => entry.rule))) {
      await inTurns(read.sliced(rule, frame));
      await turn();
    }
  const { open, unknown } = expandServices(services, frame);
  const ranges = (spans: readonly Span[]) =>
    tidied(instantsOf(city.timeZone, spans, window)).map(({ start, end }) => [start, end]);
  return {
    key: rulesKey(rules),
    rules,
    place: placeKey(city),
    open: ranges(open),
    unknown: ranges(unknown),
    since: new Date(window.start),
    until: new Date(window.end),
  };
}

// Strapi switches pg's JSON parser off.
const parsedRules = (rules: unknown): Rules =>
  (typeof rules === 'string' ? JSON.parse(rules) : rules) as Rules;

const startOfReading = (instant: number): number => Math.floor(instant / DAY_MS) * DAY_MS;

async function workOutAll(all: readonly Rules[], city: City, window: Span) {
  const worked: Awaited<ReturnType<typeof workOut>>[] = [];
  for (const rules of all) worked.push(await workOut(rules, city, window));
  return worked;
}

async function workOutNow(strapi: Core.Strapi, all: readonly Rules[], now: Date) {
  const city = await cityOf(strapi);
  return workOutAll(all, city, hoursWindow(city.timeZone, now));
}

/** The hours of listings that are in no table, as rows for hours.sql with their document and service. */
export async function workedOutHours(strapi: Core.Strapi, hours: readonly ListingHours[], now: Date) {
  const worked = await workOutNow(
    strapi,
    hours.map(({ rules }) => rules),
    now,
  );
  return worked.map((one, at) => ({
    document_id: hours[at]?.document_id,
    service: hours[at]?.service,
    ...one,
  }));
}

/** Writes the hours of documents; new rules are computed, the others are found by their key. */
export async function writeHours(
  strapi: Core.Strapi,
  sql: Sql,
  documents: readonly string[],
  hours: readonly ListingHours[],
  now: Date,
): Promise<void> {
  const byKey = new Map(hours.map(({ rules }) => [rulesKey(rules), rules]));
  const keys = [...byKey.keys()];
  const known = new Set((await sql<{ key: string }>(KNOWN_HOURS, { keys })).map(({ key }) => key));
  const fresh = keys.filter((key) => !known.has(key));
  if (fresh.length > 0) {
    const worked = await workOutNow(
      strapi,
      fresh.map((key) => byKey.get(key) ?? []),
      now,
    );
    await sql(ADD_HOURS, { hours: JSON.stringify(worked) });
  }
  const rows = keyed(hours);
  await sql(DELETE_LISTING_HOURS, { documents, rows: JSON.stringify(rows) });
  if (rows.length > 0) await sql(WRITE_LISTING_HOURS, { rows: JSON.stringify(rows), keys });
}

// Half a millisecond each, so a batch holds its lock only briefly.
const BATCH = 500;

/**
 * Recomputes, in one batch, hours that do not reach far enough ahead or were computed for another city.
 * @returns how many; call again until there are none
 */
export async function renewHours(strapi: Core.Strapi, sql: Sql, now: Date): Promise<number> {
  const city = await cityOf(strapi);
  const window = hoursWindow(city.timeZone, now);
  const least = startOfDay(city.timeZone, dayOf(wallClockAt(city.timeZone, now.getTime()), LEAST_DAYS_AHEAD));
  const outdated = await sql<{ key: string; rules: unknown }>(OUTDATED_HOURS, {
    until: new Date(least),
    since: new Date(window.start),
    place: placeKey(city),
    limit: BATCH,
  });
  if (outdated.length === 0) return 0;
  const renewed = await workOutAll(
    outdated.map(({ rules }) => parsedRules(rules)),
    city,
    window,
  );
  await sql(RENEW_HOURS, { hours: JSON.stringify(renewed) });
  return outdated.length;
}

/** A document's service whose stored hours are wrong. */
export interface HoursDifference {
  readonly document_id: string;
  readonly service: string;
  readonly extra: boolean;
  readonly missing: boolean;
}

/** Which stored hours of documents are wrong. */
export const compareListingHours = (
  sql: Sql,
  documents: readonly string[],
  hours: readonly ListingHours[],
): Promise<HoursDifference[]> =>
  sql<HoursDifference>(COMPARE_LISTING_HOURS, { documents, rows: JSON.stringify(keyed(hours)) });

/** Rules whose stored times do not match what they mean. */
export interface WrongHours {
  readonly key: string;
  readonly rules: string;
  readonly outdated: boolean;
}

/** Recomputes every stored rule and compares. */
export async function compareHours(strapi: Core.Strapi, sql: Sql, now: Date): Promise<WrongHours[]> {
  const city = await cityOf(strapi);
  const window = hoursWindow(city.timeZone, now);
  // One missing night is not an error, since only 60 days are promised.
  const today = wallClockAt(city.timeZone, now.getTime());
  const least = new Date(startOfDay(city.timeZone, dayOf(today, LEAST_DAYS_AHEAD - 1)));
  const wrong: WrongHours[] = [];
  let after = '';
  for (;;) {
    const stored = await sql<{ key: string; rules: unknown }>(ALL_HOURS, { after, limit: BATCH });
    if (stored.length === 0) return wrong;
    const rules = stored.map((row) => parsedRules(row.rules));
    const worked = (await workOutAll(rules, city, window)).map((hours, at) => ({
      ...hours,
      key: stored[at]?.key,
    }));
    wrong.push(...(await sql<WrongHours>(COMPARE_HOURS, { hours: JSON.stringify(worked), least })));
    after = stored.at(-1)?.key ?? '';
  }
}
