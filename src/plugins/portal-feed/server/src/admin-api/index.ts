export { createAdminDeliveries } from './controllers/admin-deliveries';
export { createAdminPortals } from './controllers/admin-portals';
export { registerAdminPermissions } from './permissions';
export { adminRoutes } from './routes';
