import type { Core } from '@strapi/strapi';
import type { OwnUrl } from '../../languages/mail-text';

/** The address of this installation: `PUBLIC_URL`, or where it listens; without a trailing slash. */
export function publicBase(strapi: Core.Strapi): string {
  // Without PUBLIC_URL it listens on 0.0.0.0, which nobody can open.
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
