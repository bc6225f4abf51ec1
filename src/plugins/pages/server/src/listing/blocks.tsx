import { createElement, type ReactNode } from 'react';
import { plainMailUrl } from '#src/domain/mail-url';
import { ownPicture } from '#src/domain/own-picture';
import { parseUrl } from '#src/domain/parse-url';
import { many, one, shortAddress, text, webAddress, type Entry } from './read-facts';

const MARKS = [
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underline', 'u'],
  ['strikethrough', 's'],
  ['code', 'code'],
] as const;

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** An address that a link may lead to; those on this installation begin with a slash. */
function safeAddress(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (/^\/(?!\/)/.test(value)) return value;
  const url = parseUrl(value);
  if (!url || !SCHEMES.has(url.protocol)) return undefined;
  return url.protocol === 'mailto:' ? plainMailUrl(url.href) : url.href;
}

const lines = (value: string): ReactNode =>
  value.split('\n').flatMap((line, at) => (at === 0 ? [line] : [<br key={at} />, line]));

const marked = (node: Entry): ReactNode =>
  MARKS.reduce<ReactNode>(
    (inner, [mark, tag]) => (node[mark] === true ? createElement(tag, null, inner) : inner),
    lines(text(node, 'text') ?? ''),
  );

// The page has the first, and its sections the second.
const HIGHEST = 3;

const headingTag = (node: Entry): string => {
  const level = typeof node.level === 'number' ? node.level : 1;
  return `h${Math.min(6, Math.max(HIGHEST, Math.trunc(level) + HIGHEST - 1))}`;
};

const TAGS: Readonly<Record<string, (node: Entry) => string>> = {
  paragraph: () => 'p',
  heading: headingTag,
  list: (node) => (node.format === 'ordered' ? 'ol' : 'ul'),
  'list-item': () => 'li',
  quote: () => 'blockquote',
};

/** A picture of ours; of one from elsewhere the reader decides whether to ask that host for it. */
function Image({ image, page }: { image: Entry | undefined; page: string }): ReactNode {
  const [url, said] = [text(image, 'url'), text(image, 'alternativeText')];
  const src = ownPicture(url, page);
  if (src !== undefined) return <img src={src} alt={said ?? ''} loading="lazy" />;
  const href = webAddress(image, 'url');
  const label = said ?? (href === undefined ? undefined : shortAddress(href));
  if (href === undefined) return label && <p>{label}</p>;
  return (
    <p>
      <a href={href} rel="noopener nofollow">
        {label}
      </a>
    </p>
  );
}

function Node({ node, page }: { node: Entry; page: string }): ReactNode {
  const children = <Nodes nodes={many(node, 'children')} page={page} />;
  const type = text(node, 'type') ?? '';
  if (type === 'text') return marked(node);
  if (type === 'link') {
    const href = safeAddress(text(node, 'url'));
    return href === undefined ? children : <a href={href}>{children}</a>;
  }
  if (type === 'image') return <Image image={one(node, 'image')} page={page} />;
  if (type === 'code')
    return (
      <pre>
        <code>{children}</code>
      </pre>
    );
  const tag = TAGS[type]?.(node);
  return tag === undefined ? children : createElement(tag, null, children);
}

const Nodes = ({ nodes, page }: { nodes: readonly Entry[]; page: string }): ReactNode =>
  nodes.map((node, at) => <Node key={at} node={node} page={page} />);

interface BlocksProps {
  readonly entry: Entry;
  readonly name: string;
  /** The whole address of the page, by which pictures of this installation are known. */
  readonly page: string;
}

/** A text in Strapi's blocks; React escapes what is in them, and every tag is ours. */
export const Blocks = ({ entry, name, page }: BlocksProps): ReactNode => (
  <div className="prose">
    <Nodes nodes={many(entry, name)} page={page} />
  </div>
);
