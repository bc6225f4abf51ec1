import { checkEmailAddress } from '#src/domain/email-address';
import { checkWebAddress } from '#src/domain/web-address';

describe('a web address', () => {
  test.each([
    ['gets a scheme', 'www.beispiel.de', 'https://www.beispiel.de'],
    ['gets a scheme before a port', 'beispiel.de:8443/x', 'https://beispiel.de:8443/x'],
    ['gets a scheme before //', '//beispiel.de', 'https://beispiel.de'],
    ['keeps http', 'http://beispiel.de/a?b=c#d', 'http://beispiel.de/a?b=c#d'],
    ['has its scheme in lower case', 'HTTPS://Beispiel.de', 'https://Beispiel.de'],
    ['keeps an umlaut host', 'https://www.gemüsehof-grobe.de', 'https://www.gemüsehof-grobe.de'],
    ['keeps a punycode host', 'https://xn--mnchen-3ya.de', 'https://xn--mnchen-3ya.de'],
    ['is trimmed', '  https://beispiel.de/ ', 'https://beispiel.de/'],
    ['may have an @ in its path', 'https://kiel.social/@stadt', 'https://kiel.social/@stadt'],
  ])('%s', (_case, given, expected) => {
    expect(checkWebAddress(given)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['a script', 'javascript:alert(1)', 'url-scheme'],
    ['a script in capitals', 'JaVaScRiPt:alert(1)', 'url-scheme'],
    ['data', 'data:text/html,x', 'url-scheme'],
    ['ftp', 'ftp://beispiel.de', 'url-scheme'],
    ['mailto', 'mailto:a@b.de', 'url-scheme'],
    ['a user name', 'https://user:pw@beispiel.de', 'url-credentials'],
    ['a user name without scheme', 'user@beispiel.de', 'url-credentials'],
    ['a blank', 'https://bei spiel.de', 'url-malformed'],
    ['a backslash', 'https:\\\\beispiel.de', 'url-scheme'],
    ['a quote', 'https://beispiel.de/"onclick=', 'url-malformed'],
    ['no dot in the host', 'https://localhost', 'url-malformed'],
    ['nothing', '', 'url-malformed'],
    ['more than 255 characters', `https://beispiel.de/${'x'.repeat(250)}`, 'url-too-long'],
  ])('is refused with %s', (_case, given, reason) => {
    expect(checkWebAddress(given)).toMatchObject({ ok: false, reason });
  });
});

test('the answer about a web address does not depend on how often it was asked for', () => {
  // URL.canParse refuses the short ones with umlauts after some thousand calls in Node 20 and 22.
  const short = ['https://müller.de', 'https://köln.de', 'https://größe.de', 'https://bücher.de'];
  for (let asked = 0; asked < 10_000; asked += 1) checkWebAddress(`https://www.beispiel${asked}.example`);
  expect(short.map((address) => checkWebAddress(address).ok)).toEqual(short.map(() => true));
});

describe('an e-mail address', () => {
  test.each([
    ['info@ewg.de', 'info@ewg.de'],
    [' Info@EWG.de ', 'Info@ewg.de'],
    ['mailto:info@ewg.de', 'info@ewg.de'],
    ['post+x@gemüse-hof.de', 'post+x@gemüse-hof.de'],
  ])('%s becomes %s', (given, expected) => {
    expect(checkEmailAddress(given)).toEqual({ ok: true, value: expected });
  });

  test.each([
    'info',
    'info@',
    '@ewg.de',
    'info@ewg',
    'in fo@ewg.de',
    'a@b@ewg.de',
    'a..b@ewg.de',
    'a@-x.de',
    'a@b.de, c@d.de',
    `${'x'.repeat(65)}@b.de`,
  ])('%s is refused', (given) => {
    expect(checkEmailAddress(given)).toMatchObject({ ok: false, reason: 'email-malformed' });
  });
});
