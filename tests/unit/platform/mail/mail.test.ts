import { assertIdsOnly } from '#src/platform/mail/domain/mail-ref';
import { shortImprint } from '#src/platform/mail/domain/letter-lines';
import { bareAddress, subjectOf } from '#src/platform/mail/domain/message';
import { refusalForGood, withoutAddresses } from '#src/platform/mail/domain/refusal';
import { mailSettings } from '#src/platform/mail/mail-settings';

test('a subject is one line', () => {
  expect(subjectOf('Einladung\r\nBcc: alle@example.org')).toBe('Einladung Bcc: alle@example.org');
});

test.each([
  ['"Stadt Muster" <noreply@example.org>', 'noreply@example.org'],
  ['Stadt <noreply@example.org>', 'noreply@example.org'],
  [' noreply@example.org ', 'noreply@example.org'],
])('the address in %s', (mailbox, address) => {
  expect(bareAddress(mailbox)).toBe(address);
});

test('without an SMTP server mails are written to the folder', () => {
  expect(mailSettings({ MAIL_DIR: '/tmp/post' }).providerOptions).toHaveProperty('name', 'stadtverbund-file');
});

test.each([
  ['587', false, true],
  ['465', true, false],
])('port %s with a password is encrypted', (port, secure, requireTLS) => {
  const environment = {
    SMTP_HOST: 'mail.example.org',
    SMTP_PORT: port,
    SMTP_USER: 'u',
    SMTP_PASSWORD: 'p',
    MAIL_FROM: 'a@example.org',
  };
  expect(mailSettings(environment).providerOptions).toMatchObject({ secure, requireTLS });
});

test.each([
  ['no sender', { SMTP_HOST: 'mail.example.org' }, 'MAIL_FROM'],
  [
    'a port that is none',
    { SMTP_HOST: 'mail.example.org', SMTP_PORT: 'x', MAIL_FROM: 'a@example.org' },
    'SMTP_PORT',
  ],
])('settings with %s stop the start', (_what, environment, named) => {
  expect(() => mailSettings(environment)).toThrow(named);
});

describe('what a job may hold', () => {
  test.each([
    ['a number', { userId: 7 }],
    ['a number from PostgreSQL', { logId: '9007199254740993' }],
    ['a document id', { documentId: 'mspj40bvhaaxu1dshwzc5kh8' }],
    ['a UUID', { claimId: '0b1f0a9e-5a67-4f2c-9f2a-0a1b2c3d4e5f' }],
    ['a language', { userId: 7, language: 'en' }],
    ['nothing', {}],
  ])('%s', (_what, ref) => {
    expect(() => assertIdsOnly('x', ref)).not.toThrow();
  });

  test.each([
    ['an address', { userId: 'anna@betrieb.example' }],
    ['a name', { userId: 'Anna' }],
    ['a name without spaces, long', { userId: 'Annaberta' }],
    ['a sentence', { reportId: 'Der Laden ist zu.' }],
    ['something that is called otherwise', { email: 7 }],
    ['a sentence as a language', { language: 'in German' }],
    ['an object', { userId: { email: 'a@b.example' } }],
    ['a token', { tokenId: 'Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9' }],
  ])('not %s, and the message does not repeat it', (_what, ref) => {
    const [[key, value] = ['', '']] = Object.entries(ref);
    expect(() => assertIdsOnly('x', ref)).toThrow(`The mail x may hold only ids, and ${key} is none.`);
    expect(() => assertIdsOnly('x', ref)).not.toThrow(String(value));
  });
});

describe('what the mail server says about a recipient', () => {
  const rcpt = (response: string) => ({
    command: 'RCPT TO',
    responseCode: Number(response.slice(0, 3)),
    response,
  });

  test.each([
    ['550 5.1.1 <a@b.example>: Recipient address rejected: User unknown', '550 5.1.1'],
    ['550 5.1.10 null MX', '550 5.1.10'],
    ['550-5.1.1 The email account that you tried to reach does not exist', '550 5.1.1'],
    ['552 5.2.2 Mailbox full', '552 5.2.2'],
    ['550 5.2.1 Mailbox disabled', '550 5.2.1'],
    ['553 5.1.3 Bad address syntax', '553 5.1.3'],
    ['550 No such user here', '550'],
    ['551 User not local', '551'],
  ])('for good: %s', (response, code) => {
    expect(refusalForGood(rcpt(response))).toBe(code);
  });

  test.each([
    ['a server that is busy', rcpt('450 4.2.0 Greylisted')],
    ['a full disk', rcpt('452 4.3.1 Insufficient system storage')],
    ['a relay that does not know us', rcpt('550 5.7.1 Relaying denied')],
    ['a block list', rcpt('554 5.7.1 Service unavailable; client host blocked')],
    ['a loop of the server', rcpt('554 5.4.6 Too many hops')],
    ['a text that is taken for spam', { ...rcpt('550 5.1.1 x'), command: 'DATA' }],
    ['a sender that is refused', { ...rcpt('550 5.1.8 x'), command: 'MAIL FROM' }],
    ['a refused connection', { code: 'ECONNREFUSED' }],
    ['nothing', undefined],
  ])('not for good: %s', (_what, error) => {
    expect(refusalForGood(error)).toBeUndefined();
  });

  it('is repeated without addresses', () => {
    expect(
      withoutAddresses(
        "Can't send: 450 4.2.0 <anna.müller@betrieb.example>: greylisted, (ORCPT rfc822;b@c.example)",
      ),
    ).toBe("Can't send: 450 4.2.0 <…@…>: greylisted, (ORCPT rfc822;…@…)");
  });
});

describe('the imprint below a letter', () => {
  const long = 'x'.repeat(300);
  test.each([
    [
      'a short one',
      'Stadt Muster\nMarkt 1\n\nVertreten durch …',
      'Stadt Muster\nMarkt 1\n\nVertreten durch …',
    ],
    ['one whose second part is too long', `Stadt Muster\n\n${long}${long}\n\nEnde`, 'Stadt Muster'],
    ['one long paragraph', `${long}${long}`, `${'x'.repeat(499)}…`],
    ['none', ' ', ''],
  ])('%s', (_what, imprint, short) => {
    expect(shortImprint(imprint)).toBe(short);
  });
});
