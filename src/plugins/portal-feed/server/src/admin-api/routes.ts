import { permittedRoute } from '#src/platform/http/panel-permissions';

/**
 * Three, because they are for different people: viewing is harmless; resending repeats what a portal should get anyway;
 * managing decides where the city's data goes and reveals secrets, which is a task for administrators.
 * `domain/editorial-role.ts` grants the first two to the role Redaktion; the third has to be granted by a super admin.
 */
export const PERMISSIONS = {
  read: 'Watch portals and deliveries',
  send: 'Send deliveries again and send test events',
  manage: 'Manage portals, their secrets and what they get',
};

type FeedPermission = `plugin::portal-feed.${keyof typeof PERMISSIONS}`;

const admin = permittedRoute<FeedPermission>;

const READ: FeedPermission = 'plugin::portal-feed.read';
const SEND: FeedPermission = 'plugin::portal-feed.send';
const MANAGE: FeedPermission = 'plugin::portal-feed.manage';
const PORTAL = '/portals/:documentId';

/** Under `/portal-feed`, for the admin panel. */
export const adminRoutes = {
  type: 'admin',
  routes: [
    admin('GET', '/choices', 'adminPortals.choices', READ),
    admin('GET', '/portals', 'adminPortals.find', READ),
    admin('POST', '/portals', 'adminPortals.create', MANAGE),
    admin('GET', PORTAL, 'adminPortals.findOne', READ),
    admin('PUT', PORTAL, 'adminPortals.update', MANAGE),
    admin('DELETE', PORTAL, 'adminPortals.remove', MANAGE),
    admin('POST', `${PORTAL}/rotate-secret`, 'adminPortals.rotateSecret', MANAGE),
    admin('POST', `${PORTAL}/rotate-token`, 'adminPortals.rotateToken', MANAGE),
    admin('POST', `${PORTAL}/pause`, 'adminPortals.pause', MANAGE),
    admin('POST', `${PORTAL}/resume`, 'adminPortals.resume', MANAGE),
    admin('POST', `${PORTAL}/resync`, 'adminDeliveries.resync', MANAGE),
    admin('POST', `${PORTAL}/replay`, 'adminDeliveries.replay', MANAGE),
    admin('POST', `${PORTAL}/ping`, 'adminDeliveries.ping', SEND),
    admin('GET', `${PORTAL}/deliveries`, 'adminDeliveries.find', READ),
    admin('GET', '/deliveries/:id', 'adminDeliveries.findOne', READ),
    admin('POST', '/deliveries/:id/send-again', 'adminDeliveries.sendAgain', SEND),
  ],
};
