import type { Core } from '@strapi/strapi';
import { rebuild, renewAll, sweep, type OnProgress } from './rebuild';
import { isClean, verify, type Verification } from './verify';

/** Maintenance of the read model apart from publications, for commands. */
export interface Maintenance {
  /** Rebuilds the whole read model while it stays in use. @returns how many documents were processed */
  rebuild(onProgress?: OnProgress): Promise<number>;
  /** Builds everything again and compares it with the read model; writes nothing. */
  verify(onProgress?: OnProgress): Promise<Verification>;
  isClean(verification: Verification): boolean;
  /** The nightly work: extends hours by a day and removes what nothing uses any more. */
  night(now?: Date): Promise<void>;
}

export const maintenance = ({ strapi }: { strapi: Core.Strapi }): Maintenance => ({
  rebuild: (onProgress) => rebuild(strapi, () => new Date(), onProgress),
  verify: (onProgress) => verify(strapi, () => new Date(), onProgress),
  isClean,
  async night(now) {
    await renewAll(strapi, () => now ?? new Date());
    await sweep(strapi);
  },
});
