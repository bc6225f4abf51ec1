import type { BootedApp } from './boot-strapi';

interface SuiteApp extends BootedApp {
  /** Where this suite's mails are written */
  mailFolder: string;
  /** Where the suite's Strapi puts temporary files */
  temporaryFolder: string;
}

/** The Strapi of this suite, booted by app-environment.ts before the file is read. */
export function startedApp(): SuiteApp {
  const app = (globalThis as { startedApp?: SuiteApp }).startedApp;
  if (!app) throw new Error('No Strapi in this suite: is the file below tests/integration or tests/e2e?');
  return app;
}
