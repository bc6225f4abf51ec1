import type { BootedApp } from './boot-strapi';

/** The Strapi of this suite, booted by app-environment.ts before the file is read. */
export function startedApp(): BootedApp {
  const app = (globalThis as { startedApp?: BootedApp }).startedApp;
  if (!app) throw new Error('No Strapi in this suite: is the file below tests/integration or tests/e2e?');
  return app;
}
