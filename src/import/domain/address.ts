import { normalPostcode } from '../../domain/places';
import type { AddressRecord } from './record';
import { compact, firstOf, type Tags } from './tags';

// In hamlets without street names, an address is `addr:place` and a number.
const streetOf = (tags: Tags): string | undefined =>
  firstOf(tags, 'addr:street', 'contact:street', 'object:street', 'addr:place');

// `addr:*`, or `contact:*` if the mapper used that. Missing parts stay missing.
const taggedAddress = (tags: Tags): AddressRecord => ({
  street: streetOf(tags),
  houseNumber: firstOf(tags, 'addr:housenumber', 'contact:housenumber', 'object:housenumber'),
  postcode: firstOf(tags, 'addr:postcode', 'contact:postcode', 'object:postcode'),
  place: firstOf(tags, 'addr:city', 'contact:city', 'object:city', 'addr:hamlet'),
});

// Longer than any address; a longer text is not split.
const LONGEST = 300;

// Where a number may begin: after a blank that does not itself follow a digit.
const BEFORE_NUMBER = /(?<=\D)\s(?=\d)/g;
const NUMBER = /^\d+(?: ?[a-z])?(?: ?[-–/+] ?\d+(?: ?[a-z])?)*$/i;
const LINE_END = /[\n\r\u2028\u2029]/;
// "12 1/2", "5a-c", "3, 5"
const OTHER_NUMBER = /^\d{1,4} ?[a-z]?(?: 1\/2|[-–/][a-z]|(?: ?[,&] ?\d{1,4} ?[a-z]?){1,4})$/i;
// "Musterstr.5", "Musterstraße5"
const GLUED = /^(.*(?:str\.|straße|strasse|weg|platz|allee))(\d{1,5} ?[a-z]?)$/i;
// The squares of Mannheim are streets: "Q7, 24".
const SQUARE = /^([A-U] ?[1-7])(?:, ?| )(\d{1,3} ?[a-z]?(?: ?- ?\d{1,3})?)$/;
// Where in the house, or beside it.
const ADDITION =
  /^(?:(?:eingang|aufgang|zugang|hinterhof|hinterhaus|vorderhaus|seitenflügel|haus|halle|geb(?:äude|\.)|etage|stock|og|eg|ug|dg|erdgeschoss|obergeschoss|dachgeschoss|tor|zimmer|raum|ebene|ot|ortsteil|c\/o|gegenüber|links|rechts|postfach)(?!\p{L})|\d{1,2}\. ?(?:og|ug|etage|stock)(?!\p{L}))/iu;
const COUNTRY = /^(?:deutschland|germany|brd|de|d)\.?$/i;

const isNumber = (text: string): boolean => NUMBER.test(text) || OTHER_NUMBER.test(text);

type Line = Pick<AddressRecord, 'street' | 'houseNumber'>;

/** The street and number of a line whose end is a number. */
const atNumber = (whole: string, isOne: (text: string) => boolean): Line | undefined => {
  for (const { index } of whole.length > LONGEST ? [] : whole.matchAll(BEFORE_NUMBER)) {
    const [street, houseNumber] = [whole.slice(0, index).trim(), whole.slice(index + 1)];
    if (isOne(houseNumber.replace(/\s+/g, ' ')) && !LINE_END.test(street))
      return { street: street.replace(/,$/, ''), houseNumber };
  }
  return undefined;
};

/**
 * "Norderstr. 58-60" as street and number; a text without a number at its end is not split. In "Straße des 17. Juni
 * 135" the number is the last part.
 */
export const splitStreet = (text: string | undefined): Line => {
  const whole = text?.trim() ?? '';
  return atNumber(whole, (number) => NUMBER.test(number)) ?? (whole ? { street: whole } : {});
};

/** The parts of an address, and what belongs to none of them. */
export interface PartedAddress extends AddressRecord {
  rest?: string[];
}

/** Whether a text is the name of a place or of a district of this city. */
export type IsPlace = (name: string) => boolean;

const IN_BRACKETS = /\(([^()]*)\)/g;
// A dash between digits belongs to the number, unless a postcode follows.
const SEPARATORS = / ?[\n;|•·] ?|, ?| [-–—/] (?=(?:DE?[- ])?\d{5}(?!\d))|(?<!\d) [-–—/] | [-–—/] (?!\d)/;
// Nothing of these in it: a street and no more.
const PLAIN = /^[^\d(),;|\n•·–—/-]*$/;
const POSTCODE_FIRST = /^(?:DE?[- ]{0,2})?(\d{5})(?: (\D.*))?$/;
const POSTCODE_INSIDE = / (?:DE?[- ]{1,2})?(\d{5}) (?=\D)/g;

/** The pieces of an address, with a number that follows its street after a comma put back. */
const piecesOf = (text: string): string[] =>
  text
    .split(SEPARATORS)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .reduce<string[]>((pieces, piece) => {
      const before = pieces.at(-1);
      const follows = before !== undefined && isNumber(piece) && !normalPostcode(piece);
      return follows && !POSTCODE_FIRST.test(before)
        ? [...pieces.slice(0, -1), `${before}, ${piece}`]
        : [...pieces, piece];
    }, []);

const streetIn = (piece: string): PartedAddress | undefined => {
  const [, square, number] = SQUARE.exec(piece) ?? [];
  if (square !== undefined && number !== undefined)
    return { street: square.replace(' ', ''), houseNumber: number };
  const [, street, glued] = GLUED.exec(piece) ?? [];
  return (
    beforeAddition(piece) ??
    atNumber(piece, isNumber) ??
    (street !== undefined && glued !== undefined ? { street, houseNumber: glued } : undefined)
  );
};

/** "Gewerbepark 3 Halle 4": an addition without a comma before it. */
const beforeAddition = (piece: string): PartedAddress | undefined => {
  for (const { index } of piece.matchAll(/ /g)) {
    const [head, rest] = [piece.slice(0, index), piece.slice(index + 1)];
    const split = ADDITION.test(rest) ? splitStreet(head) : {};
    if (split.houseNumber !== undefined) return { ...split, rest: [rest] };
  }
  return undefined;
};

/**
 * A whole address in one field, in its parts: "Selkamp 14, 44287 Dortmund", "44137 Dortmund\nMusterstraße 5",
 * "Q7, 24 68161 Mannheim". What is none of them ("Hinterhof", "Eingang B") is the rest.
 */
export const partAddress = (text: string, isPlace: IsPlace): PartedAddress => {
  if (text.length > LONGEST || PLAIN.test(text)) return { street: text };
  const parted: PartedAddress = {};
  const rest: string[] = [];
  const withoutBrackets = text.replace(IN_BRACKETS, (_whole, inner: string) => {
    if (inner.trim() !== '') rest.push(inner.trim());
    return ' ';
  });
  const others: string[] = [];
  let wantsPlace = false;
  for (const whole of piecesOf(withoutBrackets.replace(/[^\S\n]+/g, ' '))) {
    const inside = parted.postcode === undefined ? [...whole.matchAll(POSTCODE_INSIDE)].at(-1) : undefined;
    const piece = inside ? whole.slice(inside.index + 1) : whole;
    if (inside) others.push(whole.slice(0, inside.index).replace(/,$/, ''));
    const first = parted.postcode === undefined ? POSTCODE_FIRST.exec(piece) : null;
    if (first) {
      parted.postcode = first[1];
      if (first[2] === undefined) wantsPlace = true;
      else parted.place = first[2].trim();
    } else if (COUNTRY.test(piece)) continue;
    else if (wantsPlace && !/\d/.test(piece)) {
      parted.place = piece;
      wantsPlace = false;
    } else others.push(piece);
  }
  const withNumber = others.findIndex((piece) => !ADDITION.test(piece) && streetIn(piece) !== undefined);
  const named = others.findIndex((piece) => !ADDITION.test(piece) && !(isPlace(piece) && others.length > 1));
  const at = withNumber >= 0 ? withNumber : named;
  others.forEach((piece, index) => {
    if (index === at) {
      const street = streetIn(piece) ?? { street: piece };
      Object.assign(parted, { street: street.street, houseNumber: street.houseNumber });
      rest.push(...(street.rest ?? []));
    } else if (parted.place === undefined && isPlace(piece)) parted.place = piece;
    else if (piece !== parted.place) rest.push(piece);
  });
  return { ...compact<AddressRecord>(parted), ...(rest.length > 0 ? { rest } : {}) };
};

/** The address of a record from all its fields: a field of its own counts more than a part of another one. */
export const addressFrom = (
  given: AddressRecord,
  whole: string | undefined,
  isPlace: IsPlace,
): PartedAddress => {
  const parted = whole === undefined ? {} : partAddress(whole, isPlace);
  const street = given.street === undefined ? {} : partAddress(given.street, isPlace);
  const number = given.houseNumber === undefined ? {} : partNumber(given.houseNumber);
  const rest = [...(street.rest ?? []), ...(number.rest ?? []), ...(parted.rest ?? [])];
  const address: AddressRecord = {
    street: street.street ?? parted.street,
    houseNumber: number.houseNumber ?? street.houseNumber ?? parted.houseNumber,
    postcode: given.postcode ?? street.postcode ?? parted.postcode,
    place: given.place ?? street.place ?? parted.place,
  };
  return { ...compact<AddressRecord>(address), ...(rest.length > 0 ? { rest } : {}) };
};

/** "5a-7 (Hinterhof)": the number, and where it is. */
const partNumber = (text: string): PartedAddress => {
  const rest: string[] = [];
  const number = text
    .replace(IN_BRACKETS, (_whole, inner: string) => {
      rest.push(inner.trim());
      return '';
    })
    .trim();
  const [head = '', ...more] = number.split(/, ?(?=\p{L}{2})/u);
  rest.push(...more);
  return {
    ...(head ? { houseNumber: head.trim() } : {}),
    ...(rest.length > 0 ? { rest } : {}),
  };
};

/** `addr:*`; `addr:full` or a street that holds more fills what is missing. */
export const addressOf = (tags: Tags, isPlace: IsPlace): PartedAddress =>
  addressFrom(taggedAddress(tags), firstOf(tags, 'addr:full', 'address', 'adresse', 'anschrift'), isPlace);
