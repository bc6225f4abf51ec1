import { checkOpeningRule } from '#src/domain/opening-rule';
import { isSlug } from '#src/domain/slug';
import { readSeedCity } from '#scripts/bench/seed/city';
import { businessMaker, PLANTED_WORDS } from '#scripts/bench/seed/made-up-business';
import { randomFrom } from '#scripts/bench/seed/random';
import { HOURS_COMBINED, HOURS_DELIVERY, HOURS_ON_SITE } from '#scripts/bench/seed/vocabulary';

const city = readSeedCity();
const make = businessMaker(city, 1);
const thousand = Array.from({ length: 1000 }, (_, n) => make(n));

describe('made-up businesses', () => {
  it('are always the same, and a smaller seed is the beginning of a larger one', () => {
    expect(make(77)).toEqual(businessMaker(readSeedCity(), 1)(77));
    expect(make(77)).not.toEqual(businessMaker(city, 2)(77));
  });

  it('have unique slugs, and document ids in the form of Strapi', () => {
    for (const { documentId, slug } of thousand) {
      expect(documentId).toMatch(/^[a-z][a-z0-9]{23}$/);
      expect(isSlug(slug)).toBe(true);
    }
    expect(new Set(thousand.map(({ documentId }) => documentId)).size).toBe(1000);
    expect(new Set(thousand.map(({ slug }) => slug)).size).toBe(1000);
  });

  it('are in the city, in existing districts and categories', () => {
    const { south, west, north, east } = city.profile.boundingBox;
    const districts = new Set(city.districts.map(({ slug }) => slug));
    const categories = new Set(city.categories.map(({ slug }) => slug));
    for (const { location, district, categories: own } of thousand) {
      expect(location.latitude).toBeGreaterThanOrEqual(south);
      expect(location.latitude).toBeLessThanOrEqual(north);
      expect(location.longitude).toBeGreaterThanOrEqual(west);
      expect(location.longitude).toBeLessThanOrEqual(east);
      expect(districts.has(district)).toBe(true);
      expect(own.every((slug) => categories.has(slug))).toBe(true);
    }
  });

  it('have the planted words as often in a thousand as in any larger number', () => {
    const count = (from: number, to: number, word: string): number =>
      Array.from({ length: to - from }, (_, at) => make(from + at)).filter(({ name }) => name.includes(word))
        .length;
    expect(PLANTED_WORDS.map((word) => count(0, 1000, word))).toEqual([3, 2]);
    expect(PLANTED_WORDS.map((word) => count(1000, 5000, word))).toEqual([0, 0]);
  });

  it('have texts in exactly their languages, with every word filled in', () => {
    for (const { locales, summary, description } of thousand) {
      expect(Object.keys(summary)).toEqual(locales);
      expect(Object.keys(description)).toEqual(locales);
      expect(JSON.stringify([summary, description])).not.toMatch(/[{][a-z]/);
    }
  });

  it('have hours that the rules accept', () => {
    const place = { federalState: 'DE-NW', centre: { latitude: 51.5, longitude: 7.5 } } as const;
    const refused = [...HOURS_ON_SITE, ...HOURS_COMBINED, ...HOURS_DELIVERY].filter(
      (rule) => !checkOpeningRule(rule, place, 'de').ok,
    );
    expect(refused).toEqual([]);
  });
});

describe('repeatable random numbers', () => {
  it('reach both ends and nothing beyond', () => {
    const random = randomFrom(3, 4);
    const drawn = new Set(Array.from({ length: 200 }, () => random.between(2, 4)));
    expect([...drawn].sort()).toEqual([2, 3, 4]);
  });

  it('differ for each stream', () => {
    expect(randomFrom(3, 4).next()).not.toBe(randomFrom(3, 5).next());
  });
});
