import { adminApi } from '@strapi/strapi/admin';
import { missing } from './missing';

interface Enhanced<Endpoint> {
  enhanceEndpoints(change: { endpoints: Record<string, (endpoint?: Endpoint) => void> }): void;
}

/**
 * Changes endpoints of the panel that Strapi has defined, by RTK Query's own switch for those of others. To be called in
 * `bootstrap`, when they are defined.
 *
 * @param changes by the names of endpoints
 */
export function changeEndpoints<Endpoint>(
  changes: Readonly<Record<string, (endpoint: Endpoint) => void>>,
): void {
  const endpoints = Object.fromEntries(
    Object.entries(changes).map(([name, change]) => [
      name,
      (endpoint?: Endpoint): void => (endpoint ? change(endpoint) : missing(`endpoint ${name}`, 'endpoints')),
    ]),
  );
  const api: unknown = adminApi;
  (api as Enhanced<Endpoint>).enhanceEndpoints({ endpoints });
}
