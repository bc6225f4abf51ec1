import type { Core } from '@strapi/strapi';
import type { OwnUrl } from './domain/mail-text';

/** Where this installation is reached: `PUBLIC_URL`, or the address it listens on; without a slash at the end. */
export function publicBase(strapi: Core.Strapi): string {
  // 0.0.0.0 is where it listens without PUBLIC_URL; nobody can open that.
  const base = strapi.config.get<string>('server.absoluteUrl').replace('//0.0.0.0', '//localhost');
  return base.replace(/(?<!\/)\/+$/, '');
}

/**
 * An absolute address on this installation, for links in mails.
 * @param path begins with a slash
 */
export function publicUrl(strapi: Core.Strapi, path: string, query: Record<string, string> = {}): OwnUrl {
  const search = new URLSearchParams(query).toString();
  return `${publicBase(strapi)}${path}${search ? `?${search}` : ''}` as OwnUrl;
}

/**
 * The address of a page with a secret for its script: in the fragment, which browsers send to no server, so it stands
 * in no log on the way and in no `Referer`.
 * @param path of a page in `public/account`
 */
export const linkWithSecret = (strapi: Core.Strapi, path: string, secret: Record<string, string>): OwnUrl =>
  `${publicUrl(strapi, path)}#${new URLSearchParams(secret).toString()}` as OwnUrl;
