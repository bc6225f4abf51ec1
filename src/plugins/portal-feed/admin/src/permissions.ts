const may = (action: string) => [{ action: `plugin::portal-feed.${action}`, subject: null }];

/** May view portals and deliveries. */
export const READ = may('read');

/** May send deliveries again and send test events. */
export const SEND = may('send');

/** May create, change and delete portals, and get their secrets. */
export const MANAGE = may('manage');
