import type { Core } from '@strapi/strapi';
import { enqueue, jobsRun, registerQueue, type Queue } from '../jobs';
import { AGAIN_SECONDS } from '../personal-data';
import { sqlOf } from '../sql/sql';
import { addressHashes, forgetHashes } from './failures';
import { removeMailFilesTo } from './mail-files';

/** By keyed hashes of the address: the job stays in the database for days after it is done. */
interface Rests {
  readonly hashes: readonly string[];
}

const RESTS: Pick<Queue<Rests>, 'name'> = { name: 'mail-rests' };

/**
 * Has removed, once the surrounding transaction has committed and nothing that was composed before can be on its way any
 * more, what was still written about an address: a mail in the mail folder, or that the mail server has refused it.
 */
export async function removeRestsLater(strapi: Core.Strapi, address: string): Promise<void> {
  if (!jobsRun(strapi)) return;
  await enqueue(strapi, RESTS, { hashes: addressHashes(strapi, address) }, { afterSeconds: AGAIN_SECONDS });
}

/** Call in `register()`. */
export function registerMailRests(strapi: Core.Strapi): void {
  registerQueue<Rests>(strapi, {
    ...RESTS,
    async handle({ data: { hashes } }) {
      await forgetHashes(sqlOf(strapi), hashes);
      await removeMailFilesTo((address) =>
        addressHashes(strapi, address).some((hash) => hashes.includes(hash)),
      );
    },
    // A folder that cannot be read now may be for about a day.
    retryLimit: 14,
  });
}
