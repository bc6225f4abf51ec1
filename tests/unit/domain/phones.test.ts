import { checkPhone, splitPhones } from '#src/domain/phones';

describe('a phone number becomes E.164', () => {
  test.each([
    ['a slash and a hyphen', '0201 / 82024-0', '+49201820240'],
    ['brackets', '(0231) 123-0', '+492311230'],
    ['a trunk zero in brackets', '+49 (0) 231 4422280', '+492314422280'],
    ['a trunk zero in brackets, no blanks', '+49(0)9123/960710', '+499123960710'],
    ['a trunk zero after the country code', '+49 09123 - 8095821', '+4991238095821'],
    ['00 for +', '0049 231 4422280', '+492314422280'],
    ['pairs of digits', '+49 (0) 91 23 - 7 55 33', '+49912375533'],
    ['a hyphen of the long kind', '0231 44222–80', '+492314422280'],
    ['a label', 'Tel.: 0231 445067', '+49231445067'],
    ['a mobile number', '0171 1234567', '+491711234567'],
    ['another country', '+43 1 5125200', '+4315125200'],
    ['a free number', '0800 1110111', '+498001110111'],
    ['the number of all authorities', '115', '+49115'],
    ['the medical service', '116 117', '+49116117'],
    ['E.164 already', '+49115', '+49115'],
  ])('from %s', (_case, given, expected) => {
    expect(checkPhone(given)).toEqual({ ok: true, value: expected });
  });

  test('and does not change when it is normalised again', () => {
    const once = checkPhone('0201 / 82024-0');
    expect(once.ok && checkPhone(once.value)).toEqual(once);
  });
});

describe('a phone number is refused', () => {
  test.each([
    ['too short', '0231 1', 'phone-malformed'],
    ['words', 'im Rathaus', 'phone-malformed'],
    ['letters among the digits', '0231 4HAUS', 'phone-malformed'],
    ['no area code', '445067', 'phone-malformed'],
    ['nothing', '', 'phone-malformed'],
    ['two numbers', '0231 445067 od. 0231 445068', 'phone-several'],
    ['two numbers with a slash', '0231 445067 / 0231 445068', 'phone-several'],
    ['an extension apart', '0231 445067 Durchwahl 12', 'phone-extension'],
  ])('when it is %s', (_case, given, reason) => {
    expect(checkPhone(given)).toMatchObject({ ok: false, reason });
  });
});

describe('a field with several numbers', () => {
  test.each([
    ['od.', '+49 9123 16 40 851 od. +49 9123 16 40 852', ['+4991231640851', '+4991231640852']],
    ['a semicolon', '0231 445067; 0231 445068', ['+49231445067', '+49231445068']],
    ['a slash', '0231 445067 / 0231 445068', ['+49231445067', '+49231445068']],
    ['nothing: one number with a slash', '0201 / 82024-0', ['+49201820240']],
  ])('is split at %s', (_case, given, expected) => {
    expect(splitPhones(given).map((piece) => piece.ok && piece.value)).toEqual(expected);
  });

  test('keeps a good number next to a bad one', () => {
    expect(splitPhones('04471 15-436 o.-248')).toMatchObject([
      { ok: true, value: '+49447115436' },
      { ok: false },
    ]);
  });
});
