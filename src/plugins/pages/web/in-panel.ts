// What the panel's preview sends to its frame after it has saved (Strapi's documentation of previews).
const SAVED = 'strapiUpdate';

const isSaved = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && (data as { type?: unknown }).type === SAVED;

/** A part of the page itself. */
const isHere = ({ hash, origin, pathname }: HTMLAnchorElement): boolean =>
  hash !== '' && origin === location.origin && pathname === location.pathname;

/**
 * In the frame of the panel, where only the preview of a draft can be: shows what has been saved, and opens links in a
 * window of their own, since the frame shows no other page.
 */
export function followPanel(): void {
  const panel = window.parent;
  if (panel === window) return;
  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source === panel && isSaved(data)) location.reload();
  });
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
    if (link && link.protocol.startsWith('http') && !isHere(link)) link.target = '_blank';
  });
}
