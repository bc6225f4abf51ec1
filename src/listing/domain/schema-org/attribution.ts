import type { Entry } from '../listing';
import { node, type Node } from './node';
import { instant, one, text } from './read';

/** Whom to credit for a work, and under which licence. */
export const credits = (entry: Entry): Record<'creditText' | 'license', string | undefined> => {
  const attribution = one(entry, 'attribution');
  return { creditText: text(attribution, 'text'), license: text(attribution, 'licenceUrl') };
};

/**
 * The page about a place. It holds what schema.org allows only for works: its licence and when it was last confirmed.
 * It is never cut.
 */
export const aboutPage = (entry: Entry, url: string): Node =>
  node('WebPage', { url, ...credits(entry), lastReviewed: instant(entry, 'lastConfirmedAt')?.slice(0, 10) });
