// The script of all pages. Everything works without it; each part looks for its own elements.
import { solveChallenges } from './challenge';
import { followPanel } from './in-panel';
import { showMaps } from './maps';
import { offerNearMe } from './near-me';
import { takeSecrets } from './secrets';
import { offerSharing } from './share';
import { suggestWhileTyping } from './suggestions';

takeSecrets();
solveChallenges();
offerSharing();
suggestWhileTyping();
offerNearMe();
showMaps();
followPanel();
