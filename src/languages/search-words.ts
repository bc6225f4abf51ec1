/** What a listing can offer: the services that have hours (`time.service-hours`) and the kinds of offers. */
export const SERVICES = [
  'on-site',
  'delivery',
  'pickup',
  'phone',
  'online-order',
  'online-shop',
  'home-service',
  'voucher',
  'discount',
  'service',
] as const;
export type Service = (typeof SERVICES)[number];

/** What citizens type. */
export interface SearchWords {
  /** The name of each service, then what citizens write for it. */
  readonly services: Readonly<Record<Service, readonly [name: string, ...words: string[]]>>;
  /**
   * What citizens say, and the words that categories are found by. The terms of OpenStreetMap's presets name what a shop
   * is; people often name what they want there. Looked for beside the word itself.
   */
  readonly everyday: readonly (readonly [says: string, means: string])[];
}
