import { PROJECT_ROOT } from './project';

/** What every start of Strapi by our scripts needs in its environment; what is set stays. */
export function prepareEnvironment(mode: 'production' | 'development'): void {
  // Strapi looks for .env and the public folder in the working directory.
  process.chdir(PROJECT_ROOT);
  process.env['NODE_ENV'] = mode;
  process.env['STRAPI_TELEMETRY_DISABLED'] = 'true';
  // Strapi sends the queries of one transaction in parallel, of which pg 8 warns; package.json holds it at 8.
  process.noDeprecation = true;
  process.env['STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE'] ??= 'de';
}

/** Contributors' session cookies are `Secure` in production; over plain http nobody could log in with them. */
export function allowCookiesOverHttp(): void {
  if (!process.env['PUBLIC_URL']?.startsWith('https:')) process.env['COOKIE_SECURE'] ??= 'false';
}

/** The address that people type: PUBLIC_URL, else this machine. */
export function publicUrl({ host, port }: { host: string; port: number }): string {
  const given = process.env['PUBLIC_URL'];
  if (given) return given.replace(/\/$/, '');
  const local = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host);
  return `http://${local ? 'localhost' : host}:${port}`;
}
