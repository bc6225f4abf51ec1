import { accept, refuse, type Checked, type Refused } from './checked';
import { checkEmailAddress } from './email-address';
import { checkPhone } from './phones';
import { checkPlainText } from './plain-text';
import { checkWebAddress } from './web-address';
import { isObject } from './is-object';

type Node = Record<string, unknown>;

// Strapi's blocks format. What is not named here is refused.
const TYPES = new Set([
  'paragraph',
  'heading',
  'list',
  'list-item',
  'quote',
  'code',
  'image',
  'link',
  'text',
]);
// Deepest sensible nesting: five levels of lists in a quote, with a link.
const MAX_DEPTH = 12;

const NODE_TEXT = { multiline: true, maximum: 20_000, keepEnds: true };

/** A link inside blocks: http(s), mailto or tel. */
export const checkBlockLink = (value: unknown): Checked<string> => {
  const text = typeof value === 'string' ? value.trim() : '';
  const refused = refuse('blocks-link', { found: String(value) });
  if (/^mailto:/i.test(text))
    return checkEmailAddress(text.replace(/\?.*$/s, '')).ok ? accept(text) : refused;
  if (/^tel:/i.test(text)) return checkPhone(text.slice(4)).ok ? accept(text) : refused;
  const address = checkWebAddress(text);
  return address.ok ? address : refused;
};

const checkImage = (image: unknown): Refused | undefined => {
  if (!isObject(image) || typeof image.url !== 'string') return refuse('blocks-malformed');
  // A file of our own upload folder has a site-relative address, or a whole one that the panel writes before it, also on
  // a host without a domain. Whose it is is asked where it is shown (own-picture.ts).
  const own = /^(?:https?:\/\/[a-z0-9.-]+(?::\d+)?)?\/(?!\/)[\w\-./]+$/i.test(image.url);
  return own || checkWebAddress(image.url).ok ? undefined : refuse('blocks-link', { found: image.url });
};

const checkNode = (node: unknown, depth: number): Checked<Node> => {
  if (!isObject(node) || typeof node.type !== 'string' || !TYPES.has(node.type) || depth > MAX_DEPTH) {
    return refuse('blocks-malformed');
  }
  const checked: Node = { ...node };
  if (node.type === 'text') {
    const text = checkPlainText(node.text, NODE_TEXT);
    return text.ok ? accept({ ...checked, text: text.value }) : text;
  }
  if (node.type === 'link') {
    const link = checkBlockLink(node.url);
    if (!link.ok) return link;
    checked.url = link.value;
  }
  const image = node.type === 'image' ? checkImage(node.image) : undefined;
  if (image) return image;
  const children = checkNodes(node.children ?? [], depth + 1);
  return children.ok
    ? accept({ ...checked, ...(node.children === undefined ? {} : { children: children.value }) })
    : children;
};

const checkNodes = (nodes: unknown, depth: number): Checked<Node[]> => {
  if (!Array.isArray(nodes)) return refuse('blocks-malformed');
  const checked: Node[] = [];
  for (const node of nodes) {
    const one = checkNode(node, depth);
    if (!one.ok) return one;
    checked.push(one.value);
  }
  return accept(checked);
};

/** Strapi blocks whose texts are plain text and whose links lead to http(s), mailto or tel. */
export const checkBlocks = (value: unknown): Checked<Node[]> => checkNodes(value, 0);
