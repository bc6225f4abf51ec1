import { messageOf } from '#src/platform/mail/domain/message';
import type { Language } from '#src/languages/language';
import { EVERY_LETTER, letterhead, lettersIn } from '#tests/support/all-letters';
import { rawMail } from '#tests/support/raw-mail';

const WRITTEN = { typed: 'Bäckerei Öztürk & Söhne', reason: 'Bitte ein Bild.\nUnd die Öffnungszeiten.' };
const FROM = 'Stadt <noreply@example.org>';

const letterOf = (kind: string, language: Language) => lettersIn(language, WRITTEN).get(kind)!;
const messageFor = (kind: string, language: Language) =>
  messageOf(letterOf(kind, language), letterhead(language), FROM);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a reader of the HTML reads. */
const shown = (html: string): string =>
  html
    .replace(/<head>[^]*<\/head>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_entity, name: string) => ENTITIES[name] ?? '');

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The plain text without the addresses, which HTML has behind its labels. */
const withoutLinks = (text: string): string => text.replace(/^https:\S+$/gm, '');

const hrefs = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

describe.each(EVERY_LETTER)('%s, %s', (kind, language) => {
  const letter = letterOf(kind, language);
  const { subject, text, html, headers, from, replyTo } = messageFor(kind, language);

  it('is complete: no empty slot, no raw value, nothing twice', () => {
    for (const part of [subject, text]) {
      expect(part).not.toMatch(
        /undefined|null|NaN|\[object|\$\{|\{\w+\}|<%|\\n|„“|“”|\ufffd| {2}(?!\S)|,,|\.\./,
      );
      expect(part).not.toMatch(/\n{3}/);
    }
    expect(subject.trim()).toBe(subject);
    expect(letter.greeting).toMatch(/,$/);
  });

  it('is from the city: its name, a signature, who answers, the imprint', () => {
    expect(from).toEqual({ name: letterhead(language).sender, address: 'noreply@example.org' });
    expect(replyTo).toBe('redaktion@dortmund.example');
    for (const part of [text, html]) {
      expect(part).toContain('Dortmund');
      expect(part).toContain('Friedensplatz 1');
      expect(part).toMatch(/Freundliche Grüße|Kind regards/);
    }
  });

  it('says the same in text and in HTML', () => {
    expect(wordsIn(shown(html))).toEqual(wordsIn(withoutLinks(text)));
  });

  it('has each of its links once, on a line of its own in the text', () => {
    const parts = [letter, ...(letter.alsoIn ?? [])];
    const urls = [
      ...parts.flatMap(({ button, about, change }) => [button?.url, about, change]),
      letter.repeats?.unsubscribe,
      letterhead(language).imprint?.url,
    ].filter((url) => url !== undefined);
    expect(new Set(urls).size).toBe(urls.length);
    expect(hrefs(html).sort()).toEqual([...urls].sort());
    for (const url of urls) expect(text.split('\n').filter((line) => line === url)).toHaveLength(1);
  });

  it('loads nothing, and its language is named', () => {
    expect(html).not.toMatch(/\ssrc=|url\(|@import|<(?:img|link|script|iframe|object|form|svg)\b/i);
    expect(html).toContain(`<html lang="${language}">`);
    expect(headers['Content-Language']).toBe(language);
  });

  it('counts in the singular where there is one', () => {
    expect(`${subject}\n${text}`).not.toMatch(
      /\b1 (?:\p{L}+en|Ansprüche|submissions|reports|claims|days|hours)\b/u,
    );
    expect(text).not.toMatch(/\b1 \S+ (?:warten|are waiting)\b/);
  });

  it('goes over the wire in short lines of ASCII', async () => {
    const raw = await rawMail(messageFor(kind, language));
    // RFC 5322, 2.1.1: 998 octets at most.
    for (const line of raw.split('\r\n')) expect(line.length).toBeLessThan(998);
    expect(raw).toMatch(/^[\x20-\x7e\r\n\t]*$/);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw).toMatch(/^Content-Type: multipart\/alternative/m);
    const [head = ''] = raw.split('\r\n\r\n');
    expect(/^List-Unsubscribe:/m.test(head)).toBe(letter.repeats !== undefined);
    expect(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m.test(head)).toBe(
      letter.repeats !== undefined,
    );
  });
});

test('a letter goes to its reader alone, with what is attached', async () => {
  const attachment = {
    filename: 'brief.pdf',
    contentType: 'application/pdf',
    content: Buffer.from('%PDF-1.7'),
  };
  const raw = await rawMail(
    messageOf({ ...letterOf('receipt', 'de'), attachments: [attachment] }, letterhead('de'), FROM),
  );
  expect(raw).toMatch(/^To: anna@betrieb\.example\r$/m);
  expect(raw).not.toMatch(/^(?:Cc|Bcc):/im);
  expect(raw).toMatch(/^Content-Disposition: attachment; filename=brief\.pdf\r$/m);
  expect(raw).toContain(Buffer.from('%PDF-1.7').toString('base64'));
});

test('without an address that somebody reads, nobody is asked to answer', () => {
  const { replyTo: _replyTo, ...head } = letterhead('de');
  const { text, replyTo } = messageOf(letterOf('receipt', 'de'), head, FROM);
  expect(text).not.toContain('Antworten Sie');
  expect(replyTo).toBeUndefined();
});
