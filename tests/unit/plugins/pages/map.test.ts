import fc from 'fast-check';
import { listParameters, pointsAddress } from '#src/plugins/pages/server/src/domain/map-questions';
import { knownQuery } from '#src/plugins/pages/server/src/domain/search-link';
import { filled } from '#src/plugins/pages/web/domain/filled';
import { inListOrder, placeOf, successorOf, type Place } from '#src/plugins/pages/web/domain/places';
import { ownPath } from '#src/plugins/pages/web/domain/own-path';
import { creditSaid } from '#src/map/domain/credit-said';
import { CATALOGUES } from '#src/languages/index';
import { stepped, targetOf } from '#src/plugins/pages/web/domain/suggestion-target';

const place = (name: string): Place => ({
  ...placeOf({
    geometry: { coordinates: [7.4, 51.5] },
    properties: { type: 'business', slug: name, name, url: `/betriebe/${name}` },
  }),
});

describe('the points of a map', () => {
  it('are all there, first those of the list in its order, then the others as they came', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 20 }),
        fc.array(fc.nat(), { maxLength: 20 }),
        (names, picks) => {
          const places = names.map(place);
          const listed = [...new Set(picks.flatMap((at) => places[at % (places.length || 1)]?.key ?? []))];
          const ordered = inListOrder(places, [...listed, 'business/not on the map']).map(({ key }) => key);
          const others = places.map(({ key }) => key).filter((key) => !listed.includes(key));
          expect(ordered).toEqual([...listed, ...others]);
        },
      ),
    );
  });

  it('keep the focus: on the same first place, or else on the nearest', () => {
    const drawn = [
      { first: 3, longitude: 1, latitude: 1 },
      { first: 7, longitude: 5, latitude: 5 },
    ];
    expect(successorOf({ first: 7, longitude: 1, latitude: 1 }, drawn)).toBe(drawn[1]);
    expect(successorOf({ first: 9, longitude: 1.4, latitude: 1 }, drawn)).toBe(drawn[0]);
    expect(successorOf({ first: 9, longitude: 1, latitude: 1 }, [])).toBeUndefined();
  });
});

describe('the questions of a map', () => {
  const query = knownQuery(
    new URLSearchParams('q=rad&type=business&openAt=now&cursor=abc&sort=name&utm_source=x&district='),
  );

  it('are the same of points and list, which has pages', () => {
    expect(pointsAddress(query, 'de')).toBe(
      '/api/directory/map.geojson?q=rad&type=business&openAt=now&locale=de',
    );
    expect(Object.fromEntries(listParameters(query))).toEqual({
      ...{ q: 'rad', type: 'business', openAt: 'now', sort: 'name', cursor: 'abc' },
      ...{ bbox: '-180,-90,180,90', facets: 'category,district,service,audience', pageSize: '100' },
    });
  });

  it.each([
    ['', 'name'],
    ['q=rad', 'name'],
    ['near=51.5,7.4&radius=500', 'distance'],
    ['near=51.5,7.4&sort=newest', 'newest'],
  ])('%p is sorted by %s', (given, sort) => {
    expect(listParameters(knownQuery(new URLSearchParams(given))).get('sort')).toBe(sort);
  });
});

describe('a suggestion', () => {
  it.each([
    [{ kind: 'listing', text: 'Radwerk', slug: 'radwerk', url: '/betriebe/radwerk' }, '/betriebe/radwerk'],
    [{ kind: 'category', text: 'Cafés & Bars', slug: 'cafes-bars' }, '/karte?category=cafes-bars'],
    [{ kind: 'district', text: 'Eving', slug: 'eving' }, '/karte?district=eving'],
    [{ kind: 'word', text: 'fahrrad' }, undefined],
  ] as const)('%j leads to %s', (suggestion, target) => {
    expect(targetOf(suggestion, '/karte')).toBe(target);
  });

  it('is reached by arrows in a circle through the field', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (count) => {
        const round = (by: 1 | -1): number[] =>
          Array.from({ length: count + 1 }).reduce<number[]>(
            (all) => [...all, stepped(all.at(-1) ?? -1, count, by)],
            [],
          );
        const down = [...Array(count).keys(), -1];
        expect(round(1)).toEqual(down);
        expect(round(-1)).toEqual([...down.slice(0, -1).reverse(), -1]);
      }),
    );
  });
});

it('a sentence keeps what nobody has filled in', () => {
  expect(filled('{n} Orte in {place}, {n}', { n: 3 })).toBe('3 Orte in {place}, 3');
});

it.each([
  ['https://stadt.example/betriebe/a', '/betriebe/a'],
  ['https://stadt.example.net/betriebe/a', 'https://stadt.example.net/betriebe/a'],
  ['https://andere.example/betriebe/a', 'https://andere.example/betriebe/a'],
  ['/betriebe/a', '/betriebe/a'],
])('%s is followed as %s, whatever name of the host somebody came by', (url, path) => {
  expect(ownPath(url, 'https://stadt.example')).toBe(path);
  expect(ownPath(url, undefined)).toBe(url);
});

it('whom to name for data is said in the language of the page', () => {
  const said = (language: 'de' | 'en') =>
    creditSaid('© OpenStreetMap contributors (ODbL)', CATALOGUES[language].cityPages.credits);
  expect(said('de')).toBe('© OpenStreetMap-Mitwirkende (ODbL)');
  expect(said('en')).toBe('© OpenStreetMap contributors (ODbL)');
});
