import { NO_BORDERS } from '#src/city/domain/borders';
import { VALUE_RULES, emailRule, type RuleContext, type ValueRule } from '#src/writing/rules/attribute-rules';

const CONTEXT: RuleContext = {
  language: 'de',
  city: undefined,
  borders: NO_BORDERS,
  places: { placesOf: new Map(), regionsOf: new Map() },
  districts: undefined,
  strictPlaces: false,
};

const rule = (component: string, attribute: string): ValueRule => {
  const found = VALUE_RULES[component]?.[attribute];
  if (!found) throw new Error(`there is no rule for ${component}.${attribute}`);
  return found;
};

test.each([
  ['a phone', rule('contact.contact', 'phone'), '\u202a+49 231 123456\u202c', '+49231123456'],
  ['a website', rule('contact.contact', 'website'), '\u200bmüller.de', 'https://müller.de'],
  ['an e-mail', emailRule, '\u200binfo(at)beispiel.de', 'info@beispiel.de'],
  ['a postcode', rule('place.address', 'postcode'), '\u200eD-44137', '44137'],
])('%s is read as the import reads it, also with signs that nobody sees', (_what, check, given, value) => {
  expect(check(given, CONTEXT)).toEqual({ ok: true, value });
});

test('a web address that was accepted before a host needed a top-level domain stays, and no new one comes', () => {
  const website = rule('contact.contact', 'website');
  expect(website('https://k.A.', CONTEXT, 'https://k.A.')).toEqual({ ok: true, value: 'https://k.A.' });
  expect(website('https://k.A.', CONTEXT, 'https://muster.de')).toMatchObject({ reason: 'url-malformed' });
  expect(website('https://k.A.', CONTEXT)).toMatchObject({ reason: 'url-malformed' });
});
