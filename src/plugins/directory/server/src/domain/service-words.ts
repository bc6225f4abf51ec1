import type { Language } from '#src/languages/language';
import { CATALOGUES } from '#src/languages/index';
import { SERVICES, type Service } from '#src/languages/search-words';

export const isService = (value: string): value is Service => (SERVICES as readonly string[]).includes(value);

// Every shop serves on site, and nobody finds a shop by the word "service".
const UNINDEXED: ReadonlySet<string> = new Set(['on-site', 'phone', 'service']);

/** Words by which a listing with this service is also found; none for what nearly every listing has. */
export const serviceWords = (service: string, language: Language): readonly string[] =>
  isService(service) && !UNINDEXED.has(service) ? CATALOGUES[language].searchWords.services[service] : [];

/** The service's name for people. */
export const serviceName = (service: string, language: Language): string =>
  isService(service) ? CATALOGUES[language].searchWords.services[service][0] : service;
