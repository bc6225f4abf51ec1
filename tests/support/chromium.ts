export { launchChromium, unpackChromium } from '../../scripts/lib/chromium/chromium';
