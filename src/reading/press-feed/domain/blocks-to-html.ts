import { escapeHtml } from '#src/domain/escape-html';
import { plainMailUrl } from '#src/domain/mail-url';
import { ownPicture } from '#src/domain/own-picture';
import { parseUrl } from '#src/domain/parse-url';

/** A node in Strapi's blocks format; stored ones have been checked by `src/domain/blocks.ts`. */
export interface BlockNode {
  type?: string;
  text?: string;
  url?: string;
  level?: number;
  format?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  code?: boolean;
  image?: { url?: string; alternativeText?: string | null };
  children?: BlockNode[];
}

// Not allowed in XML 1.0, and a feed is XML.
const NOT_IN_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text that is allowed in XML. */
export const xmlText = (text: string): string => text.replace(NOT_IN_XML, '');

/** Text escaped for HTML inside XML, including attributes. */
export const escapeXml = (text: string): string => escapeHtml(xmlText(text));

const MARKS: readonly [keyof BlockNode, string][] = [
  ['code', 'code'],
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underline', 'u'],
  ['strikethrough', 's'],
];

const textHtml = (node: BlockNode): string =>
  MARKS.reduce(
    (html, [mark, tag]) => (node[mark] === true ? `<${tag}>${html}</${tag}>` : html),
    escapeXml(node.text ?? '').replaceAll('\n', '<br>'),
  );

/** The absolute URL if its scheme is harmless; `undefined` otherwise. */
const safeUrl = (url: string | undefined, base: string): string | undefined => {
  const parsed = url ? parseUrl(url, base) : undefined;
  if (!parsed || !['http:', 'https:', 'mailto:', 'tel:'].includes(parsed.protocol)) return undefined;
  return parsed.protocol === 'mailto:' ? plainMailUrl(parsed.href) : parsed.href;
};

const webUrl = (url: string | undefined, base: string): string | undefined => {
  const href = safeUrl(url, base);
  return href !== undefined && /^https?:/.test(href) ? href : undefined;
};

const linkHtml = (node: BlockNode, base: string): string => {
  const href = safeUrl(node.url, base);
  const text = blocksToHtml(node.children, base);
  return href === undefined ? text : `<a href="${escapeXml(href)}">${text}</a>`;
};

const imageHtml = (node: BlockNode, base: string): string => {
  const { url, alternativeText } = node.image ?? {};
  const own = ownPicture(url, base);
  const alternative = alternativeText ?? '';
  if (own !== undefined)
    return `<p><img src="${escapeXml(new URL(own, base).href)}" alt="${escapeXml(alternative)}"></p>`;
  // As on the pages: the reader decides whether another host is asked for it.
  const href = webUrl(url, base);
  return href === undefined
    ? ''
    : `<p><a href="${escapeXml(href)}">${escapeXml(alternative || href)}</a></p>`;
};

const headingTag = (level: number | undefined): string =>
  `h${Math.min(6, Math.max(1, Math.trunc(level ?? 2)))}`;

const TAGS: Readonly<Record<string, (node: BlockNode) => string>> = {
  paragraph: () => 'p',
  heading: ({ level }) => headingTag(level),
  list: ({ format }) => (format === 'ordered' ? 'ol' : 'ul'),
  'list-item': () => 'li',
  quote: () => 'blockquote',
};

const nodeHtml = (node: BlockNode, base: string): string => {
  if (node.type === 'text') return textHtml(node);
  if (node.type === 'link') return linkHtml(node, base);
  if (node.type === 'image') return imageHtml(node, base);
  const inner = blocksToHtml(node.children, base);
  if (node.type === 'code') return `<pre><code>${inner.replaceAll('<br>', '\n')}</code></pre>`;
  const tag = TAGS[node.type ?? '']?.(node);
  return tag === undefined ? inner : `<${tag}>${inner}</${tag}>`;
};

/**
 * Blocks as HTML. All text is escaped and every tag is ours, so the result is safe wherever HTML is shown.
 * @param base absolute address against which relative links and images are resolved
 */
export const blocksToHtml = (blocks: BlockNode[] | null | undefined, base: string): string =>
  (blocks ?? []).map((node) => nodeHtml(node, base)).join('');

const nodeText = (node: BlockNode): string => {
  if (node.type === 'text') return xmlText(node.text ?? '');
  const inner = (node.children ?? []).map(nodeText);
  if (node.type === 'list') return inner.map((item) => `- ${item}`).join('\n');
  return inner.join('');
};

/** Blocks as plain text, with an empty line between paragraphs. */
export const blocksToText = (blocks: BlockNode[] | null | undefined): string =>
  (blocks ?? []).map(nodeText).filter(Boolean).join('\n\n');
