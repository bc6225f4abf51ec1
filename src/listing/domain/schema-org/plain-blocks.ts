interface Block {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly children?: unknown;
}

const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null;

// Nodes within a line; everything else is a separate paragraph.
const INLINE = new Set(['text', 'link']);

function textOf(block: Block): string {
  if (typeof block.text === 'string') return block.text;
  const children = (Array.isArray(block.children) ? block.children : []).filter(isBlock);
  const isLine = children.every(({ type }) => INLINE.has(String(type)));
  return children
    .map(textOf)
    .filter((part) => isLine || part !== '')
    .join(isLine ? '' : '\n');
}

/** Strapi's blocks as plain text: one line per paragraph, without formatting and pictures. */
export const plainBlocks = (blocks: unknown): string =>
  Array.isArray(blocks)
    ? blocks
        .filter(isBlock)
        .map(textOf)
        .filter((paragraph) => paragraph.trim() !== '')
        .join('\n')
    : '';
