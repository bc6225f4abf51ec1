import { buildAdminPanel } from '../../scripts/lib/builds/admin-panel';
import { unpackChromium } from './chromium';
import globalSetup from './global-setup';

/** As for the integration tests; also builds the admin panel and unpacks a Chromium. */
export default async function globalSetupE2e(): Promise<void> {
  await unpackChromium();
  // Before the server, since the panel's build empties dist/.
  await buildAdminPanel(() => console.log('Building the admin panel (about a minute, once) …'));
  await globalSetup();
}
