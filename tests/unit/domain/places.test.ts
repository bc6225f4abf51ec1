import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { decidePlace, placeTable } from '#src/domain/places';

interface Row {
  plz: string;
  place: string;
  community: string;
}

const rows = parse(readFileSync(join(__dirname, '../../../data/postcodes-de.csv')), {
  columns: true,
}) as unknown as Row[];
const table = placeTable(rows.map(({ plz, place, community }) => ({ postcode: plz, place, community })));

describe('a postcode matches a place', () => {
  test.each([
    ['the name itself', '91207', 'Lauf an der Pegnitz'],
    ['an abbreviated qualifier without blanks', '91207', 'Lauf a.d.Pegnitz'],
    ['an abbreviated qualifier with one blank', '91207', 'Lauf a.d. Pegnitz'],
    ['an abbreviated qualifier with blanks', '91207', 'Lauf a. d. Pegnitz'],
    ['a qualifier cut to a letter', '91207', 'Lauf a.d.P.'],
    ['the name without its qualifier', '91207', 'Lauf'],
    ['capitals', '91207', 'LAUF A.D. PEGNITZ'],
    ['white space around', '44287', '  Dortmund '],
    ['no place at all', '44287', ''],
    ['a district with a hyphen', '44287', 'Dortmund-Aplerbeck'],
    ['a district with a blank', '44287', 'Dortmund Aplerbeck'],
    ['a district in brackets', '44287', 'Dortmund (Aplerbeck)'],
    ['a district after a comma', '44287', 'Dortmund, Ortsteil Aplerbeck'],
    ['the district first', '44287', 'Aplerbeck (Dortmund)'],
    ['a title in front', '24103', 'Landeshauptstadt Kiel'],
    ['umlauts written out', '23552', 'Luebeck'],
    ['ß written as ss', '24245', 'Grossbarkau'],
    ['St. for Sankt', '53757', 'St. Augustin'],
    ['Sankt written out', '53757', 'Sankt Augustin'],
    ['a river cut to a letter', '60311', 'Frankfurt a.M.'],
    ['a river after a slash', '60311', 'Frankfurt/Main'],
    ['a river in brackets', '60311', 'Frankfurt (Main)'],
    ['a river the table does not name', '58730', 'Fröndenberg/Ruhr'],
    ['brackets where the table has them', '58300', 'Wetter (Ruhr)'],
    ['brackets left out', '58708', 'Menden'],
    ['a double name with a blank', '44577', 'Castrop Rauxel'],
    ['a decomposed umlaut', '44532', 'Lu\u0308nen'],
    ['a river with a slash for "an der"', '45468', 'Mülheim/Ruhr'],
    ['a town that became a spa after the table was made', '14806', 'Bad Belzig'],
    ['the town of a bulk customer', '01053', 'Dresden'],
  ])('by %s', (_case, postcode, place) => {
    expect(decidePlace(postcode, place, table)).toEqual({ ok: true });
  });

  test('every row of the table matches itself', () => {
    expect(rows.filter(({ plz, place }) => !decidePlace(plz, place, table).ok)).toEqual([]);
  });

  test('a district counts as the city if the city says so', () => {
    const districts = { city: 'Dortmund', names: ['Aplerbeck', 'Innenstadt-West'] };
    expect(decidePlace('44287', 'Aplerbeck', table, districts)).toEqual({ ok: true });
    expect(decidePlace('24103', 'Aplerbeck', table, districts)).toMatchObject({ reason: 'place-mismatch' });
  });
});

describe('a postcode is doubted', () => {
  test.each([
    ['another town', '44287', 'Kiel', 'Dortmund'],
    ['a town of the same first name elsewhere', '60311', 'Frankfurt (Oder)', 'Frankfurt am Main'],
    ['half of a double name', '44577', 'Castrop', 'Castrop-Rauxel'],
    ['a spa that is another town', '45127', 'Bad Essen', 'Essen'],
    ['another town with the city in brackets', '44287', 'Kiel (Dortmund)', 'Dortmund'],
  ])('for %s, and the right name is suggested', (_case, postcode, place, suggestion) => {
    const decision = decidePlace(postcode, place, table);
    expect(decision).toMatchObject({ ok: false, reason: 'place-mismatch', suggestions: [suggestion] });
  });

  test('that does not exist', () => {
    expect(decidePlace('99999', 'Dortmund', table)).toMatchObject({ ok: false, reason: 'unknown-postcode' });
  });

  test.each(['4428', '442877', '4428a', 'D-44287', '٤٤٢٨٧'])('that has not five digits: %s', (postcode) => {
    expect(decidePlace(postcode, 'Dortmund', table)).toMatchObject({
      ok: false,
      reason: 'postcode-malformed',
    });
  });
});
