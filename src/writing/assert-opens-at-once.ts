import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core, UID } from '@strapi/strapi';
import { wrapTransactions } from '../platform/strapi/patches';
import { isContent } from '../platform/strapi/schema';
import { WRITES } from './step';

type Calls = Readonly<Record<string, (params: object) => Promise<unknown>>>;

/**
 * Makes sure that every write of content opens its transaction before anything is awaited (docs/adr/0008): tries each
 * action on each type, with a transaction that refuses to open. This covers the whole path, including Strapi's
 * middlewares and those of other plugins.
 *
 * @throws Error that ends the boot
 */
export function assertOpensAtOnce(strapi: Core.Strapi, steps: readonly string[]): void {
  const trying = new AsyncLocalStorage<true>();
  let opened = 0;
  const stopTrying = wrapTransactions(strapi, (open, work) => {
    if (!trying.getStore()) return open(work);
    opened += 1;
    return Promise.reject(new Error('Only tried.'));
  });
  const opensOne = (uid: string, action: string): boolean => {
    const openedBefore = opened;
    const call = (strapi.documents(uid as UID.ContentType) as unknown as Calls)[action];
    // A type without drafts is not published.
    if (!call) return true;
    trying.run(true, () => void call({ documentId: 'tried', data: {} }).catch(() => undefined));
    return opened > openedBefore;
  };
  for (const uid of Object.keys(strapi.contentTypes).filter(isContent))
    for (const action of WRITES)
      // The transaction stays refused for what has been tried, since that call is still running.
      if (!opensOne(uid, action))
        throw new Error(
          `${action} of ${uid}: something is awaited before the transaction is open, so parts of a write could be kept without the others (docs/adr/0008). ` +
            `It is one of the steps ${steps.slice(0, steps.indexOf('transaction') + 1).join(', ')}, or a middleware that a plugin has put before them, or Strapi opens it in another way ` +
            '(src/platform/strapi/patches/transactions.ts, docs/strapi.md).',
        );
  stopTrying();
}
