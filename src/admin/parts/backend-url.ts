/** Where Strapi's own routes are; empty when the panel is served from there. Strapi leaves this property untyped. */
export const backendUrl = (): string =>
  (window as unknown as { strapi: { backendURL?: string } }).strapi.backendURL ?? '';
