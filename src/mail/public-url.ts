import type { Core } from '@strapi/strapi';

/**
 * An absolute address on this installation, for links in mails: `PUBLIC_URL`, or the address it listens on.
 * @param path begins with a slash
 */
export function publicUrl(strapi: Core.Strapi, path: string, query: Record<string, string> = {}): string {
  // 0.0.0.0 is where it listens without PUBLIC_URL; nobody can open that.
  const base = strapi.config
    .get<string>('server.absoluteUrl')
    .replace(/\/+$/, '')
    .replace('//0.0.0.0', '//localhost');
  const search = new URLSearchParams(query).toString();
  return `${base}${path}${search ? `?${search}` : ''}`;
}

/**
 * The address of a page with a secret for its script: in the fragment, which browsers send to no server, so it stands
 * in no log on the way and in no `Referer`.
 * @param path of a page in `public/account`
 */
export const linkWithSecret = (strapi: Core.Strapi, path: string, secret: Record<string, string>): string =>
  `${publicUrl(strapi, path)}#${new URLSearchParams(secret).toString()}`;
