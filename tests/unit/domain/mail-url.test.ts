import { mailUrl, plainMailUrl } from '#src/domain/mail-url';

/** What a mail program makes of a link. */
const mailOf = (url: string) => {
  const { protocol, pathname, searchParams } = new URL(url);
  return { protocol, to: decodeURIComponent(pathname), headers: Object.fromEntries(searchParams) };
};

const HOSTILE = [
  ['a copy', 'a@b.de?cc=x@y.de'],
  ['a copy that is encoded', 'a@b.de%3Fcc=x@y.de'],
  ['a blind copy', 'a@b.de&bcc=x@y.de'],
  ['a subject', 'a@b.de?subject=Geld'],
  ['a text', 'a?body=Geld@b.de'],
  ['a second recipient', 'a@b.de,x@y.de'],
  ['a second recipient with a semicolon', 'a@b.de;x@y.de'],
  ['a second recipient that is encoded', 'a@b.de%2Cx@y.de'],
  ['a name', 'Bank <a@b.de>'],
  ['a line break', 'a@b.de\r\nBcc: x@y.de'],
  ['a fragment', 'a@b.de#x'],
] as const;

test.each(HOSTILE)('an address cannot add %s', (_what, address) => {
  const url = mailUrl(address);
  expect(url).toMatch(/^mailto:[^?&#,;<>\s]*$/);
  expect(mailOf(url).headers).toEqual({});
  // What would be a list is within quotes, and so one recipient.
  const { to } = mailOf(url);
  expect(to.slice(0, to.lastIndexOf('@'))).toMatch(/^("(?:[^"\\]|\\.)*"|[^,;<>@\s]*)$/);
});

test.each([
  ['info@ewg.de', 'mailto:info@ewg.de'],
  ['rat+haus@ewg.de', 'mailto:rat%2Bhaus@ewg.de'],
  ['jörg@xn--mller-kva.de', 'mailto:j%C3%B6rg@xn--mller-kva.de'],
])('%s is the recipient of %s', (address, url) => {
  expect(mailUrl(address)).toBe(url);
  expect(mailOf(url).to).toBe(address);
});

test('what we write into a mail is whole, whatever is in it', () => {
  const written = { subject: 'Rad & Tat?', body: 'https://x.example/?a=b&c=d#e\n„ä“' };
  expect(mailOf(mailUrl('', written))).toEqual({ protocol: 'mailto:', to: '', headers: written });
});

test.each([
  ['mailto:info@ewg.de', 'mailto:info@ewg.de'],
  ['MAILTO:info@ewg.de?subject=Hallo%20Welt', 'mailto:info@ewg.de?subject=Hallo%20Welt'],
  ['mailto:info@ewg.de?cc=x@y.de&bcc=z@y.de&body=Geld', 'mailto:info@ewg.de'],
  ['mailto:info@ewg.de?body=Geld&Subject=Hallo', 'mailto:info@ewg.de?subject=Hallo'],
  ['mailto:info@ewg.de?subject=a%26cc=x@y.de', 'mailto:info@ewg.de?subject=a%26cc%3Dx%40y.de'],
  ['mailto:info@ewg.de%3Fcc=x@y.de', 'mailto:%22info%40ewg.de%3Fcc%3Dx%22@y.de'],
  ['mailto:50%@ewg.de', 'mailto:50%25@ewg.de'],
])('of %s remains %s', (written, url) => {
  expect(plainMailUrl(written)).toBe(url);
});
