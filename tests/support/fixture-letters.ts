import { registerPersonalData } from '#src/platform/personal-data/index';
import { startedApp } from './started-app';

const NOTHING = { de: 'nichts', en: 'nothing' };

/** The name of the declaration. */
export const LETTERS = 'fixture-letters';

/**
 * A module that knows letters of people by their addresses, declared like any other. Call once in a suite.
 * @returns the letters, to be added to
 */
export function declareLetters(): Map<string, string[]> {
  const letters = new Map<string, string[]>();
  registerPersonalData(startedApp().strapi, {
    name: LETTERS,
    what: { de: 'Briefe an die Stadt', en: 'Letters to the city' },
    whose: NOTHING,
    purpose: NOTHING,
    legalBasis: NOTHING,
    recipients: NOTHING,
    deleted: NOTHING,
    tables: [],
    keeps: [],
    find: (_sql, { email = '' }) =>
      Promise.resolve((letters.get(email) ?? []).map((message) => ({ message, createdAt: new Date() }))),
    erase(_sql, { email = '' }) {
      letters.delete(email);
      return Promise.resolve();
    },
  });
  return letters;
}
