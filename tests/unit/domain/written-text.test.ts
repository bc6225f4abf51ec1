import fc from 'fast-check';
import { writtenLine, writtenText } from '#src/domain/written-text';

// Any code unit, and often those that matter.
const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const telling = fc.constantFrom(
  ...['a', '👩', 'ب', '\u0301', '\ufe0f', '\u200d', '\u200b', '\u202e', '\u2067', '\ufeff'],
  ...['\u2028', '\u0085', '\r', '\n', '\t', ' ', '\u00a0', '\u0000', '\u001b', '\ufffe'],
);
const units = fc.array(fc.oneof(telling, unit)).map((characters) => characters.join(''));

describe('what people write', () => {
  it.each([
    ['turned around', '\u202eesöb', 'esöb'],
    ['line ends of a PDF file', 'a\u2028b\r\nc\u000bd', 'a\nb\nc\nd'],
    ['a NUL', 'a\u0000b', 'ab'],
    ['nothing that one sees', ' \u200b\u202e\u0007 ', ''],
    ['markup, which is a text like any other', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['emoji with joiners', '👩‍👧 😀', '👩‍👧 😀'],
    ['decomposed', 'Mu\u0308ller', 'Müller'],
  ])('%s', (_what, text, written) => expect(writtenText(text)).toBe(written));

  it('is one line, if it is a name', () => {
    expect(writtenLine('Karla\r\nBcc: boese@x.example\tKüster\u2029')).toBe(
      'Karla Bcc: boese@x.example Küster',
    );
  });

  it('has no character that changes how others read it, and cleaned again stays as it is', () => {
    fc.assert(
      fc.property(units, (text) => {
        for (const written of [writtenText(text), writtenLine(text)])
          expect(written).not.toMatch(
            /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/,
          );
        expect(writtenText(writtenText(text))).toBe(writtenText(text));
        expect(writtenLine(text)).not.toMatch(/\n|^\s|\s$/);
      }),
    );
  });
});
