/**
 * An address of this installation as a path, so that who came by another name of the host stays there.
 * @param own scheme and host by which answers name it
 */
export const ownPath = (url: string, own: string | undefined): string =>
  own && url.startsWith(`${own}/`) ? url.slice(own.length) : url;
