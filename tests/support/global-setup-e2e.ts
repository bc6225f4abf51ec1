import globalSetup from './global-setup';

/** As for the integration tests, and the admin panel built. */
export default async function globalSetupE2e(): Promise<void> {
  await globalSetup();
}
