import type { Core } from '@strapi/strapi';
import { connectionString } from '../sql/connection-string';
import type { Version } from './at-version';
import { VersionReader } from './version-reader';

// Kept by instance: tests boot several in one process.
const running = new WeakMap<Core.Strapi, VersionReader>();

/** Starts to read the version, over a connection of its own. */
export async function startVersionReader(strapi: Core.Strapi): Promise<VersionReader> {
  const reader = new VersionReader(connectionString(strapi), strapi.log);
  running.set(strapi, reader);
  await reader.start();
  return reader;
}

/** The version as of a moment after this call; `null` where it cannot be read, or is not yet. */
export const readVersion = (strapi: Core.Strapi): Promise<Version | null> =>
  new Promise((resolve) => {
    const reader = running.get(strapi);
    if (reader) reader.read(resolve);
    else resolve(null);
  });

/** Closes the connection. */
export async function stopVersionReader(strapi: Core.Strapi): Promise<void> {
  await running.get(strapi)?.stop();
  running.delete(strapi);
}
