import { isTokenOver } from '#src/extensions/users-permissions/domain/expiring-token';
import { expiringToken } from '#tests/support/earlier-links';
import { checkPassword } from '#src/extensions/users-permissions/domain/password-rule';
import { registrationSchema } from '#src/extensions/users-permissions/registration';

const BODY = { username: 'Anna', email: 'anna@example.org', password: 'ein langes Kennwort' };

test.each([
  ['ten characters', 'zehnzeiche', true],
  ['nine characters', 'neunzeich', false],
  ['ten emoji, counted as people do', '🥨'.repeat(10), true],
  ['72 bytes', 'a'.repeat(72), true],
  ['73 bytes', 'a'.repeat(73), false],
])('a password of %s', (_what, password, ok) => {
  expect(checkPassword(password).ok).toBe(ok);
});

test('addresses are stored in lower case, names are trimmed', () => {
  const parsed = registrationSchema.parse({ ...BODY, username: ' Anna ', email: ' Anna@Example.ORG ' });
  expect(parsed).toMatchObject({ username: 'Anna', email: 'anna@example.org' });
});

test('an address at an umlaut domain has one form, also as the name', () => {
  const parsed = registrationSchema.parse({
    ...BODY,
    username: 'Info@Blumen-Müller.example',
    email: 'info@xn--blumen-mller-klb.example',
  });
  expect(parsed.email).toBe(registrationSchema.parse({ ...BODY, email: 'info@blumen-müller.example' }).email);
});

test('names are normalised to the letters they look like', () => {
  expect(registrationSchema.parse({ ...BODY, username: '\uff21\uff4e\uff4e\uff41 ﬁ\u00b2' }).username).toBe(
    'Anna fi2',
  );
  // A full-width @ is one, too.
  expect(registrationSchema.safeParse({ ...BODY, username: 'bert\uff20example.org' }).success).toBe(false);
});

test.each([
  ['the own address as the name', { username: 'Anna@example.org' }, true],
  ["another's address as the name", { username: 'bert@example.org' }, false],
  ['two letters as the name', { username: 'ab' }, false],
  ['an unknown language', { locale: 'fr' }, false],
  ['a role', { role: 1 }, false],
  ['a line break in the address', { email: 'a@example.org\nBcc: b@example.org' }, false],
])('a registration with %s', (_what, part, ok) => {
  expect(registrationSchema.safeParse({ ...BODY, ...part }).success).toBe(ok);
});

test('a token expires to the second, and a made-up one counts as expired', () => {
  const end = new Date('2026-05-01T10:00:00Z');
  const token = expiringToken(end);
  expect(token).toMatch(/^[0-9a-f]{72}$/);
  expect(isTokenOver(token, new Date('2026-05-01T09:59:59Z'))).toBe(false);
  expect(isTokenOver(token, end)).toBe(true);
  expect(isTokenOver('', end)).toBe(true);
  expect(isTokenOver('nichts', end)).toBe(true);
});
