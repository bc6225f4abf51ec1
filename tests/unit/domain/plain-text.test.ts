import { checkPlainText, LONG_TEXT, SHORT_TEXT } from '#src/domain/plain-text';

describe('plain text is accepted', () => {
  test.each([
    ['a smaller-than sign before a blank', 'Preis < 5 €'],
    ['a heart', 'I <3 Kiel'],
    ['an arrow', 'A <- B -> C'],
    ['a smaller-than sign at the end', 'x <'],
    ['an ampersand', 'Müller & Söhne'],
    ['an emoji of two code units', 'Kaffee 😀'],
    ['an emoji joined of several', '👩‍🌾'],
    ['right-to-left letters', 'مخبز'],
  ])('with %s', (_case, text) => {
    expect(checkPlainText(text, SHORT_TEXT)).toEqual({ ok: true, value: text });
  });

  test('and is normalised: NFC, trimmed, \\n line ends, no byte order mark', () => {
    expect(checkPlainText('\ufeff  Mu\u0308ller\r\nund\rSo\u0308hne\t!  ', LONG_TEXT)).toEqual({
      ok: true,
      value: 'Müller\nund\nSöhne\t!',
    });
  });
});

describe('text is refused', () => {
  test.each([
    ['a tag', 'Das <b>Beste</b>', 'text-html'],
    ['a script', '<script>alert(1)</script>', 'text-html'],
    ['a tag that is never closed', 'x <img src=x onerror=alert(1)', 'text-html'],
    ['a closing tag', 'x </div>', 'text-html'],
    ['a comment', '<!-- x -->', 'text-html'],
    ['a processing instruction', '<?php', 'text-html'],
    ['NUL', 'a\u0000b', 'text-control-character'],
    ['a bell', 'a\u0007b', 'text-control-character'],
    ['delete', 'a\u007fb', 'text-control-character'],
    ['a C1 control', 'a\u0085b', 'text-control-character'],
    ['a bidirectional override', 'a\u202eb', 'text-control-character'],
    ['a lone high surrogate', 'a\ud83db', 'text-lone-surrogate'],
    ['a lone low surrogate', 'a\ude00b', 'text-lone-surrogate'],
    ['a line break in a short text', 'a\nb', 'text-line-break'],
    ['256 characters', 'x'.repeat(256), 'text-too-long'],
    ['a number', 5, 'text-not-a-string'],
  ])('with %s', (_case, text, reason) => {
    expect(checkPlainText(text, SHORT_TEXT)).toMatchObject({ ok: false, reason });
  });
});
