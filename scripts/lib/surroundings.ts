import { PROJECT_ROOT } from './project';

/** Sets the environment that our scripts need to start Strapi; values already set stay. */
export function prepareEnvironment(mode: 'production' | 'development'): void {
  // Strapi looks for .env and the public folder in the working directory.
  process.chdir(PROJECT_ROOT);
  process.env['NODE_ENV'] = mode;
  process.env['STRAPI_TELEMETRY_DISABLED'] = 'true';
  // Strapi sends the queries of one transaction in parallel, which makes pg 8 warn; package.json pins pg to 8.
  process.noDeprecation = true;
  process.env['STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE'] ??= 'de';
}

/** Contributors' session cookies are `Secure` in production; over plain http nobody could log in with them. */
export function allowCookiesOverHttp(): void {
  if (!process.env['PUBLIC_URL']?.startsWith('https:')) process.env['COOKIE_SECURE'] ??= 'false';
}

/** The address for people to open: PUBLIC_URL, or else this machine. */
export function publicUrl({ host, port }: { host: string; port: number }): string {
  const given = process.env['PUBLIC_URL'];
  if (given) return given.replace(/\/$/, '');
  const local = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host);
  return `http://${local ? 'localhost' : host}:${port}`;
}
