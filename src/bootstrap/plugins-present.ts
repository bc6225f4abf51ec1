import type { Core } from '@strapi/strapi';

const REQUIRED_PLUGINS = [
  'content-manager',
  'i18n',
  'upload',
  'users-permissions',
  'graphql',
  'email',
  'moderation',
  'self-service',
  'portal-feed',
  'directory',
  'pages',
];

/** Strapi silently skips a plugin whose server entry is missing; a city must not run without one of these. */
export function assertPluginsPresent(strapi: Core.Strapi): void {
  const missing = REQUIRED_PLUGINS.filter((name) => !strapi.plugins[name]);
  if (missing.length > 0) {
    throw new Error(
      `Plugins did not load: ${missing.join(', ')}. Run \`npm ci\` and \`npm run build\`, then start again.`,
    );
  }
}
