import type { Language } from '#src/domain/language';

/**
 * What a listing can offer: the services that have hours (`time.service-hours`) and the kinds of offers. In each
 * language the name comes first, then what citizens call it.
 */
const WORDS = {
  'on-site': { de: ['vor Ort'], en: ['on site'] },
  delivery: {
    de: [
      'Lieferung',
      'Lieferdienst',
      'Lieferservice',
      'liefern',
      'liefert',
      'Bringdienst',
      'Lieferando',
      'Heimservice',
    ],
    en: ['delivery', 'delivers', 'home delivery'],
  },
  pickup: {
    de: [
      'Abholung',
      'abholen',
      'Abholservice',
      'mitnehmen',
      'Mitnahme',
      'Außer-Haus-Verkauf',
      'take away',
      'takeaway',
      'to go',
    ],
    en: ['pickup', 'collection', 'take away', 'takeaway', 'takeout', 'to go'],
  },
  phone: { de: ['Telefonberatung', 'telefonisch'], en: ['by phone'] },
  'online-order': {
    de: ['Online-Bestellung', 'online bestellen', 'bestellen'],
    en: ['online order', 'order online'],
  },
  'online-shop': {
    de: ['Onlineshop', 'Online-Shop', 'Webshop', 'Versand'],
    en: ['online shop', 'web shop', 'shipping'],
  },
  'home-service': {
    de: ['Hausbesuch', 'Hausbesuche', 'kommt ins Haus'],
    en: ['home service', 'house calls'],
  },
  voucher: { de: ['Gutschein', 'Gutscheine', 'Geschenkgutschein'], en: ['voucher', 'gift card'] },
  discount: { de: ['Rabatt', 'Ermäßigung', 'Aktionspreis'], en: ['discount', 'reduced'] },
  service: { de: ['Dienstleistung'], en: ['service'] },
} as const satisfies Record<string, Record<Language, readonly string[]>>;

export const SERVICES = Object.keys(WORDS) as (keyof typeof WORDS)[];
export type Service = keyof typeof WORDS;

export const isService = (value: string): value is Service => Object.hasOwn(WORDS, value);

// Every shop serves on site, and nobody finds a shop by the word "service".
const UNINDEXED: ReadonlySet<string> = new Set(['on-site', 'phone', 'service']);

/** Words by which a listing with this service is also found; none for what nearly every listing has. */
export const serviceWords = (service: string, language: Language): readonly string[] =>
  isService(service) && !UNINDEXED.has(service) ? WORDS[service][language] : [];

/** The service's name for people. */
export const serviceName = (service: string, language: Language): string =>
  isService(service) ? (WORDS[service][language][0] ?? service) : service;
