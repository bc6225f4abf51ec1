import { htmlOf, subjectOf } from '#src/platform/mail/mail';
import { mailSettings } from '#src/platform/mail/mail-settings';

test('what people typed is text in the HTML part, and our links can be followed', () => {
  const own = 'https://example.org';
  const text =
    'Guten Tag <b>Bert</b> & Co.\n\nhttps://example.org/?a=1&b=2\nEnde\nhttps://example.org.evil.example/';
  const html = htmlOf(text, own);
  expect(html).toContain('Guten Tag &lt;b&gt;Bert&lt;/b&gt; &amp; Co.');
  expect(html).toContain('<a href="https://example.org/?a=1&amp;b=2">');
  expect(html).toContain('<br>Ende<br>https://example.org.evil.example/');
});

test('a subject is one line', () => {
  expect(subjectOf('Einladung\r\nBcc: alle@example.org')).toBe('Einladung Bcc: alle@example.org');
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
