import type { Core } from '@strapi/strapi';
import { rebuild, renewAll, sweep, type OnProgress } from './rebuild';
import { catchUp } from './upkeep-jobs';
import { isClean, verify, type Verification } from './verify';

/** What keeps the read model right beside the publications, for commands and the start. */
export interface Upkeep {
  /** Orders a rebuild where the read model was made by an older release or for other locales. Needs running jobs. */
  catchUp(): Promise<void>;
  /** Makes the whole read model anew while it is read. @returns how many documents were looked at */
  rebuild(onProgress?: OnProgress): Promise<number>;
  /** Builds everything again beside the read model and compares; writes nothing. */
  verify(onProgress?: OnProgress): Promise<Verification>;
  isClean(verification: Verification): boolean;
  /** What happens every night: hours reach a day further, and what nothing uses any more goes. */
  night(now?: Date): Promise<void>;
}

export const upkeep = ({ strapi }: { strapi: Core.Strapi }): Upkeep => ({
  catchUp: () => catchUp(strapi),
  rebuild: (onProgress) => rebuild(strapi, () => new Date(), onProgress),
  verify: (onProgress) => verify(strapi, () => new Date(), onProgress),
  isClean,
  async night(now) {
    await renewAll(strapi, () => now ?? new Date());
    await sweep(strapi);
  },
});
