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
