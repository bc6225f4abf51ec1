import { escapeHtml } from '../../domain/escape-html';
import type { MailContent } from '../../languages/mail-text';

/** One of our mails, sent as plain text and as HTML. */
export interface Mail extends MailContent {
  to: string;
}

/**
 * Plain text as HTML: escaped, with links only to this installation.
 * @param own address of this installation, without a trailing slash
 */
export function htmlOf(text: string, own: string): string {
  const word = (part: string): string => {
    const shown = escapeHtml(part);
    return part.startsWith(`${own}/`) ? `<a href="${shown}">${shown}</a>` : shown;
  };
  const line = (part: string): string => part.split(/( )/).map(word).join('');
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(line).join('<br>')}</p>`);
  return `<!doctype html><html><body>${paragraphs.join('')}</body></html>`;
}

/** A subject on one line, so that line breaks in a name cannot become headers. */
export function subjectOf(subject: string): string {
  const line = subject.replace(/[\u0000-\u001f\u007f]+/g, ' ');
  // 200: mail clients cut much earlier; RFC 5322 folds longer lines anyway.
  return [...line].slice(0, 200).join('');
}
