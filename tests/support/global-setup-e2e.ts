import { buildAdminPanel } from '../../scripts/lib/builds/admin-panel';
import globalSetup from './global-setup';

/** As for the integration tests, and the admin panel built. */
export default async function globalSetupE2e(): Promise<void> {
  await buildAdminPanel();
  await globalSetup();
}
