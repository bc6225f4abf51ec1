import { credits } from './attribution';
import { businessInShort } from './business-node';
import type { Mapping } from './mapping';
import { decimalAmount } from './money';
import { node, type Node } from './node';
import { number, text, uri } from './read';
import { localText } from './texts';

// How goods are handed over, in the terms of GoodRelations, which schema.org/DeliveryMethod uses.
const METHODS: Readonly<Record<string, string>> = {
  delivery: 'http://purl.org/goodrelations/v1#DeliveryModeOwnFleet',
  pickup: 'http://purl.org/goodrelations/v1#DeliveryModePickUp',
  'online-order': 'http://purl.org/goodrelations/v1#DeliveryModePickUp',
  'online-shop': 'http://purl.org/goodrelations/v1#DeliveryModeMail',
};

/** An offer of a business as schema.org/Offer. */
export function offer(mapping: Mapping, url: string): Node {
  const { main, business } = mapping;
  const price = number(main, 'price');
  const currency = text(main, 'currency') ?? 'EUR';
  const { creditText, license } = credits(business ?? {});
  return node('Offer', {
    name: localText(mapping, (entry) => text(entry, 'title')),
    description: localText(mapping, (entry) => text(entry, 'description')),
    category: text(main, 'kind'),
    url: uri(main, 'url') ?? url,
    price: price === undefined ? undefined : decimalAmount(price, currency),
    priceCurrency: price === undefined ? undefined : currency,
    validFrom: text(main, 'validFrom'),
    validThrough: text(main, 'validThrough'),
    areaServed: localText(mapping, (entry) => text(entry, 'deliveryArea')),
    availableDeliveryMethod: METHODS[text(main, 'kind') ?? ''],
    offeredBy: businessInShort(mapping),
    subjectOf: creditText || license ? node('WebPage', { url, creditText, license }) : undefined,
  });
}
