import { createElement, type ReactNode } from 'react';
import { parseUrl } from '#src/domain/parse-url';
import { many, one, text, type Entry } from './read-facts';

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
  return url && SCHEMES.has(url.protocol) ? url.href : undefined;
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

function Node({ node }: { node: Entry }): ReactNode {
  const children = <Nodes nodes={many(node, 'children')} />;
  const type = text(node, 'type') ?? '';
  if (type === 'text') return marked(node);
  if (type === 'link') {
    const href = safeAddress(text(node, 'url'));
    return href === undefined ? children : <a href={href}>{children}</a>;
  }
  if (type === 'image') {
    const image = one(node, 'image');
    const src = safeAddress(text(image, 'url'));
    return src && <img src={src} alt={text(image, 'alternativeText') ?? ''} loading="lazy" />;
  }
  if (type === 'code')
    return (
      <pre>
        <code>{children}</code>
      </pre>
    );
  const tag = TAGS[type]?.(node);
  return tag === undefined ? children : createElement(tag, null, children);
}

const Nodes = ({ nodes }: { nodes: readonly Entry[] }): ReactNode =>
  nodes.map((node, at) => <Node key={at} node={node} />);

/** A text in Strapi's blocks; React escapes what is in them, and every tag is ours. */
export const Blocks = ({ entry, name }: { entry: Entry; name: string }): ReactNode => (
  <div className="prose">
    <Nodes nodes={many(entry, name)} />
  </div>
);
