import { checkLatitude, checkLongitude, type GeoPoint } from '#src/domain/geo';

const NUMBER = /-?\d+(?:[.,]\d+)?/g;

// N, S, E and W, and the German O; anything longer is no direction.
const WORDS: Readonly<Record<string, string>> = {
  NORD: 'N',
  NORTH: 'N',
  SÜD: 'S',
  SOUTH: 'S',
  OST: 'E',
  O: 'E',
  EAST: 'E',
  WEST: 'W',
};

const LETTERS = /\p{L}+/gu;

const directionsIn = (text: string): readonly string[] =>
  (text.match(LETTERS) ?? []).map((word) => WORDS[word] ?? word);

/** Degrees, perhaps with minutes and seconds. */
const degrees = ([whole = 0, minutes = 0, seconds = 0]: readonly number[]): number =>
  Math.sign(whole || 1) * (Math.abs(whole) + minutes / 60 + seconds / 3600);

/** What there may be per coordinate: degrees, and minutes, and seconds. */
const PARTS = [1, 2, 3];

/**
 * The point that was typed or pasted, in any form that people and maps write: `51,5139 / 7,4653`, `51.5139, 7.4653`,
 * `51° 30′ 50″ N, 7° 27′ 55″ O`, `geo:51.5139,7.4653` (RFC 5870). Latitude comes first unless letters say otherwise.
 * @returns `undefined` for what is no point
 */
export function pointIn(text: string): GeoPoint | undefined {
  const plain = text.trim().toUpperCase().replace('GEO:', '');
  const numbers = (plain.match(NUMBER) ?? []).map((number) => Number(number.replace(',', '.')));
  const each = numbers.length / 2;
  const directions = directionsIn(plain);
  if (!PARTS.includes(each) || directions.some((one) => !'NSEW'.includes(one))) return undefined;
  const [first, second] = [degrees(numbers.slice(0, each)), degrees(numbers.slice(each))];
  const isTurned = 'EW'.includes(directions[0] ?? 'N');
  const [latitude, longitude] = isTurned ? [second, first] : [first, second];
  const point = {
    latitude: directions.includes('S') ? -Math.abs(latitude) : latitude,
    longitude: directions.includes('W') ? -Math.abs(longitude) : longitude,
  };
  return checkLatitude(point.latitude).ok && checkLongitude(point.longitude).ok ? point : undefined;
}

// About a metre.
const DIGITS = 5;

const rounded = (value: number): number => Number(value.toFixed(DIGITS));

/** The same point to a metre: what is behind that nobody has measured. */
export const roundedPoint = ({ latitude, longitude }: GeoPoint): GeoPoint => ({
  latitude: rounded(latitude),
  longitude: rounded(longitude),
});

/** A point as it is typed: `51,51390 / 7,46530`. */
export function pointText({ latitude, longitude }: GeoPoint, language: 'de' | 'en'): string {
  const [north, east] = [latitude.toFixed(DIGITS), longitude.toFixed(DIGITS)];
  return language === 'de' ? `${north} / ${east}`.replaceAll('.', ',') : `${north} / ${east}`;
}
