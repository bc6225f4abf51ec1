import { onPublicChanges, type PublicChange } from '../../src/publication';
import { startedApp } from './started-app';

/** What the suite's Strapi announces to its listeners. */
export interface Announcements {
  /** The announcements made while `work` runs, one array for each. */
  during(work: () => Promise<unknown>): Promise<(readonly PublicChange[])[]>;
  /** Makes the listener throw while `work` runs. */
  failing(work: () => Promise<unknown>): Promise<void>;
  stop(): void;
}

/** Listens to public changes until `stop` is called. Call in `beforeAll`. */
export function listenToAnnouncements(): Announcements {
  let heard: (readonly PublicChange[])[] = [];
  let fails = false;
  const stop = onPublicChanges(startedApp().strapi, (changes) => {
    heard.push(changes);
    return fails ? Promise.reject(new Error('The read model is broken.')) : Promise.resolve();
  });
  return {
    stop,
    async during(work) {
      heard = [];
      await work();
      return heard;
    },
    async failing(work) {
      fails = true;
      try {
        await work();
      } finally {
        fails = false;
      }
    },
  };
}

/** An announcement as short texts in a stable order: `published business abc de,en`. */
export const inWords = (changes: readonly PublicChange[] = []): string[] =>
  changes
    .map(({ action, type, documentId, locales }) =>
      [action, type.split('.')[1], documentId, [...locales].sort().join()].join(' '),
    )
    .sort();
