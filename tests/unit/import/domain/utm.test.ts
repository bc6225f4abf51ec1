import fc from 'fast-check';
import { fromUtm, utmPoint } from '#src/import/domain/utm';

/** The way there by another road: the series of J. P. Snyder, Map Projections, 1987, p. 61, on the ellipsoid GRS 80. */
const toUtm = (zone: number, latitude: number, longitude: number): [easting: number, northing: number] => {
  const [a, f, k0] = [6_378_137, 1 / 298.257222101, 0.9996];
  const e2 = f * (2 - f);
  const second = e2 / (1 - e2);
  const p = (latitude * Math.PI) / 180;
  const n = a / Math.sqrt(1 - e2 * Math.sin(p) ** 2);
  const t = Math.tan(p) ** 2;
  const c = second * Math.cos(p) ** 2;
  const x = (((longitude - (zone * 6 - 183)) * Math.PI) / 180) * Math.cos(p);
  const m =
    a *
    ((1 - e2 / 4 - (3 * e2 ** 2) / 64 - (5 * e2 ** 3) / 256) * p -
      ((3 * e2) / 8 + (3 * e2 ** 2) / 32 + (45 * e2 ** 3) / 1024) * Math.sin(2 * p) +
      ((15 * e2 ** 2) / 256 + (45 * e2 ** 3) / 1024) * Math.sin(4 * p) -
      ((35 * e2 ** 3) / 3072) * Math.sin(6 * p));
  return [
    500_000 +
      k0 *
        n *
        (x + ((1 - t + c) * x ** 3) / 6 + ((5 - 18 * t + t ** 2 + 72 * c - 58 * second) * x ** 5) / 120),
    k0 *
      (m +
        n *
          Math.tan(p) *
          (x ** 2 / 2 +
            ((5 - t + 9 * c + 4 * c ** 2) * x ** 4) / 24 +
            ((61 - 58 * t + t ** 2 + 600 * c - 330 * second) * x ** 6) / 720)),
  ];
};

const LATITUDE = fc.double({ min: 47.2, max: 55.1, noNaN: true });
const LONGITUDE = fc.double({ min: 5.8, max: 15.1, noNaN: true });
// 10 cm, in degrees
const NEAR = 1e-6;

test('a place in Germany has the position that another road leads to, whatever the zone, its number and the order', () => {
  fc.assert(
    fc.property(
      LATITUDE,
      LONGITUDE,
      fc.boolean(),
      fc.boolean(),
      (latitude, longitude, isSwapped, isNumbered) => {
        const zone = Math.floor(longitude / 6) + 31;
        const [easting, northing] = toUtm(zone, latitude, longitude);
        const written = isNumbered ? zone * 1_000_000 + easting : easting;
        const [first, second] = isSwapped ? [northing, written] : [written, northing];
        const found = utmPoint(first, second, { latitude, longitude: longitude + 0.5 });
        expect(Math.abs((found?.latitude ?? 0) - latitude)).toBeLessThan(NEAR);
        expect(Math.abs((found?.longitude ?? 0) - longitude)).toBeLessThan(NEAR);
      },
    ),
  );
});

test('the origin of a zone is its meridian on the equator', () =>
  expect(fromUtm(32, 500_000, 0)).toEqual({ latitude: 0, longitude: 9 }));

test('degrees, zeros and other grids are no such position', () => {
  const near = { latitude: 51.5, longitude: 7.5 };
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
      (x, y) => expect(utmPoint(x, y, near)).toBeUndefined(),
    ),
  );
  expect(utmPoint(2_601_234, 5_709_876, near)).toBeUndefined();
  expect(utmPoint(NaN, 5_709_876, near)).toBeUndefined();
  expect(utmPoint(34_393_578, 5_709_876, near)).toBeUndefined();
  expect(utmPoint(393_578, 5_707_789, undefined)).toBeUndefined();
});
