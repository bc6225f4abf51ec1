import type { OfferRecord } from './record';
import { firstOf, type Tags } from './tags';

// They say only what the tag says: no price, no area, no promise that the source does not make.
const TITLES: Readonly<Record<'delivery' | 'pickup', OfferRecord['title']>> = {
  delivery: { de: 'Lieferung', en: 'Delivery' },
  pickup: { de: 'Abholung', en: 'Pickup' },
};

const isYes = (value: string | undefined): boolean => value === 'yes' || value === 'only';

/** `delivery=yes|only` and `takeaway=yes|only` as offers. These are facts of the source, not inventions. */
export const offersOf = (tags: Tags): OfferRecord[] => [
  ...(isYes(firstOf(tags, 'delivery', 'service:delivery'))
    ? [{ kind: 'delivery', title: TITLES.delivery }]
    : []),
  ...(isYes(firstOf(tags, 'takeaway', 'pickup')) ? [{ kind: 'pickup', title: TITLES.pickup }] : []),
];
