import type { Row } from './row';
import { compact } from './tags';
import { weekdayHours } from './weekday-columns';

/** "12" and "a" of two columns. */
const houseNumberOf = ({ houseNumber, houseNumberAddition }: Row): string | undefined =>
  houseNumber !== undefined && houseNumberAddition !== undefined
    ? `${houseNumber}${/^\p{L}/u.test(houseNumberAddition) ? '' : ' '}${houseNumberAddition}`
    : houseNumber;

// A number that says where it is.
const IS_WHOLE = /^\(?[+0]/;
const ARE_SEVERAL = /[;,\n]/;
// What an extension takes the place of.
const SWITCHBOARD = / ?- ?0$/;

/** Spreadsheets take an area code for a number: "231" is 0231. */
const withZero = (areaCode: string): string => (/^[1-9]/.test(areaCode) ? `0${areaCode}` : areaCode);

/** A number in three columns: "231", "5550101" and "0" are 0231 5550101-0. */
const phoneOf = ({ areaCode, phone, extension }: Row): string | undefined => {
  if (phone === undefined || ARE_SEVERAL.test(phone)) return phone;
  const local =
    extension === undefined ? phone : `${phone.replace(SWITCHBOARD, '')}-${extension.replace(/^-/, '')}`;
  return areaCode === undefined || IS_WHOLE.test(phone) ? local : `${withZero(areaCode)} ${local}`;
};

/** A fax number beside an area code: a whole number, one of the same place, or ("-20") an extension of the telephone. */
const faxOf = ({ areaCode, phone, fax }: Row): string | undefined => {
  if (fax === undefined || areaCode === undefined || IS_WHOLE.test(fax) || ARE_SEVERAL.test(fax)) return fax;
  const code = withZero(areaCode);
  if (fax.startsWith('-')) return phone === undefined ? fax : `${code} ${phone}${fax}`;
  // The zero was lost here, too.
  const isWhole = [' ', '/', '-'].some((sign) => fax.startsWith(`${code.replace(/^0/, '')}${sign}`));
  return isWhole ? withZero(fax) : `${code} ${fax}`;
};

// "Dortmund, Stadt": what a municipality is, after its name in the official list of municipalities.
const KIND_OF_PLACE =
  /, ?(?:\p{L}*[Ss]tadt|Große Kreisstadt|Freie und Hansestadt|St|GKSt|M|Markt|Gemeinde|Flecken)$/u;

/** A row with what it holds in several columns in one. */
export const wholeRow = (row: Row): Row => ({
  ...row,
  ...compact({
    houseNumber: houseNumberOf(row),
    place: row.place?.replace(KIND_OF_PLACE, ''),
    phone: phoneOf(row),
    fax: faxOf(row),
    openingHours: row.openingHours ?? weekdayHours(row),
  }),
});
