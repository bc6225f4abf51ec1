import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { measurement, type Measurement } from './domain/measurement';

/** Where `npm run accessibility` writes, below the public folder. */
export const MEASUREMENT_FILE = 'accessibility.json';

const fileOf = (strapi: Core.Strapi): string =>
  strapi.config.get<string>('plugin::pages.measurement') ?? join(strapi.dirs.static.public, MEASUREMENT_FILE);

/** What was measured of this release; nothing if it carries no measurement. */
export async function measured(strapi: Core.Strapi): Promise<Measurement | undefined> {
  let content: string;
  try {
    content = await readFile(fileOf(strapi), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return measurement.parse(JSON.parse(content));
}
