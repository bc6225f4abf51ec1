import { MESSAGES, messageOf, type Reason } from '../../../src/domain/messages';

const REASONS = Object.keys(MESSAGES) as Reason[];

test.each(REASONS)('%s names the field and says what to do, in both languages', (reason) => {
  expect(messageOf(reason, 'de', 'Telefon')).toMatch(/^Telefon: .*(Bitte|Erlaubt)/);
  expect(messageOf(reason, 'en', 'Phone')).toMatch(/^Phone: .*Please/);
});

test.each(REASONS)('%s has the same placeholders in both languages', (reason) => {
  const placeholders = (text: string) => new Set(text.match(/\{\w+\}/g));
  expect(placeholders(MESSAGES[reason].de)).toEqual(placeholders(MESSAGES[reason].en));
});

test('a sentence shows what was found, shortened', () => {
  const message = messageOf('phone-malformed', 'de', 'Telefon', { found: 'x'.repeat(200) });
  expect(message).toContain(`„${'x'.repeat(80)}…“`);
});
