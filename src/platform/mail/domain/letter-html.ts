import { escapeHtml } from '#src/domain/escape-html';
import type { MailLink, Paragraph } from '#src/languages/mail-text';
import type { Letter, Letterhead, LetterPart } from './letter';
import { footerOf, linksOf, partsOf, signatureOf } from './letter-lines';
import { DARK, STYLES } from './letter-styles';

type Style = keyof typeof STYLES;

const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

/** An element; its style is inline, since several mail programs drop style sheets, and its class is for the dark. */
const element = (tag: string, style: Style, content: string, attributes = ''): string =>
  `<${tag} class="${style}" style="${STYLES[style]}"${attributes}>${content}</${tag}>`;

function paragraphHtml(paragraph: Paragraph): string {
  if (typeof paragraph === 'string') return element('p', 'paragraph', lines(paragraph));
  if ('quote' in paragraph) return element('blockquote', 'quote', lines(paragraph.quote));
  const entries = paragraph.list.map((entry) => element('li', 'entry', lines(entry)));
  return element('ul', 'list', entries.join(''));
}

// Between two languages.
const RULE = `\n<hr class="rule" style="${STYLES.rule}">\n`;

const linkHtml = ({ label, url }: MailLink): string =>
  element('a', 'link', lines(label), ` href="${escapeHtml(url)}"`);

// In a cell, because Outlook on Windows gives an <a> neither padding nor a background.
const buttonHtml = ({ label, url }: MailLink): string =>
  `<table role="presentation" border="0" cellspacing="0" cellpadding="0" style="${STYLES.buttonTable}"><tr>` +
  element('td', 'cell', element('a', 'button', lines(label), ` href="${escapeHtml(url)}"`)) +
  '</tr></table>';

const partHtml = (part: LetterPart, head: Letterhead): string =>
  element(
    'div',
    'part',
    [
      element('p', 'paragraph', lines(part.greeting)),
      ...part.paragraphs.map(paragraphHtml),
      ...(part.button ? [buttonHtml(part.button)] : []),
      ...(part.afterwards ?? []).map(paragraphHtml),
      ...linksOf(part).map((link) => element('p', 'paragraph', linkHtml(link))),
      element('p', 'signature', signatureOf(part, head).map(lines).join('<br>')),
    ].join('\n'),
    ` lang="${part.language}"`,
  );

function footerHtml(letter: Letter, head: Letterhead): string {
  const { answers, unsubscribe, imprint } = footerOf(letter, head);
  return [
    ...(answers ? [element('p', 'small', lines(answers))] : []),
    ...(unsubscribe ? [element('p', 'small', linkHtml(unsubscribe))] : []),
    ...(imprint ? [element('p', 'small', `${linkHtml(imprint.link)}<br>${lines(imprint.text)}`)] : []),
  ].join('\n');
}

/**
 * A letter as HTML: inline styles, one column, readable on a phone and in the dark; nothing is loaded, and links lead
 * only where the letter's own links lead.
 */
export function letterHtml(letter: Letter, head: Letterhead): string {
  const parts = partsOf(letter).map((part) => partHtml(part, head));
  return `<!doctype html>
<html lang="${letter.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(letter.subject)}</title>
<style>${DARK}</style>
</head>
<body class="page" style="${STYLES.page}">
<div class="sheet" style="${STYLES.sheet}">
${element('p', 'head', lines(head.sender))}
${element('div', 'body', parts.join(RULE))}
${element('div', 'foot', footerHtml(letter, head))}
</div>
</body>
</html>
`;
}
