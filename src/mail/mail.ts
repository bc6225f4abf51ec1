/** A mail of ours: plain text, and the same as HTML. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

const LINK = /https?:\/\/[^\s<>"]+/g;

/**
 * The HTML part of a plain text: escaped, with its links. Names and reasons that people typed are in these texts,
 * so nothing of them may be read as markup.
 */
export function htmlOf(text: string): string {
  const paragraphs = escape(text)
    .replace(LINK, (url) => `<a href="${url}">${url}</a>`)
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`);
  return `<!doctype html><html><body>${paragraphs.join('')}</body></html>`;
}

/** A subject is one line: line breaks in a name must not become headers. */
export function subjectOf(subject: string): string {
  // 200: mail clients cut much earlier; RFC 5322 folds longer lines anyway.
  return subject.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, 200);
}
