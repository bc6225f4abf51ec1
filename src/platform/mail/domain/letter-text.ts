import type { MailLink, Paragraph } from '#src/languages/mail-text';
import type { Letter, Letterhead, LetterPart } from './letter';
import { footerOf, linksOf, partsOf, signatureOf } from './letter-lines';

const indented = (text: string, first: string, others = first): string =>
  text
    .split('\n')
    .map((line, at) => `${at === 0 ? first : others}${line}`.trimEnd())
    .join('\n');

function paragraphText(paragraph: Paragraph): string {
  if (typeof paragraph === 'string') return paragraph;
  if ('quote' in paragraph) return indented(paragraph.quote, '  ');
  return paragraph.list.map((entry) => indented(entry, '- ', '  ')).join('\n');
}

// On a line of its own, so that no mail program takes a full stop for a part of it.
const linkText = ({ label, url }: MailLink): string => `${label}:\n${url}`;

const partText = (part: LetterPart, head: Letterhead): string =>
  [
    part.greeting,
    ...part.paragraphs.map(paragraphText),
    ...(part.button ? [linkText(part.button)] : []),
    ...(part.afterwards ?? []).map(paragraphText),
    ...linksOf(part).map(linkText),
    signatureOf(part, head).join('\n'),
  ].join('\n\n');

function footerText(letter: Letter, head: Letterhead): string {
  const { answers, unsubscribe, imprint } = footerOf(letter, head);
  const lines = [
    ...(answers ? [answers] : []),
    ...(unsubscribe ? [linkText(unsubscribe)] : []),
    ...(imprint ? [`${linkText(imprint.link)}\n${imprint.text}`] : []),
  ];
  // "-- " and a line break begin what mail programs leave out of answers (RFC 3676, 4.3).
  return lines.length > 0 ? `\n\n-- \n${lines.join('\n\n')}` : '';
}

/** A letter as plain text: the same words as in HTML, with each address on its own line. */
export const letterText = (letter: Letter, head: Letterhead): string =>
  `${head.sender}\n\n${partsOf(letter)
    .map((part) => partText(part, head))
    .join('\n\n* * *\n\n')}${footerText(letter, head)}\n`;
