import { messageOf, type Reason } from '#src/domain/messages';
import { rules } from '#src/languages/de/refusals/rules';

const REASONS = Object.keys(rules) as Reason[];

test.each(REASONS)('%s names the field and says what to do, in both languages', (reason) => {
  expect(messageOf(reason, 'de', 'Telefon')).toMatch(/^Telefon: .*([Bb]itte|Erlaubt)/);
  expect(messageOf(reason, 'en', 'Phone')).toMatch(/^Phone: .*Please/);
});

test('a sentence shows what was found, shortened', () => {
  const message = messageOf('phone-malformed', 'de', 'Telefon', { found: 'x'.repeat(200) });
  expect(message).toContain(`„${'x'.repeat(80)}…“`);
});
