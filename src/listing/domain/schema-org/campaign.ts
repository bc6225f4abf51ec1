import type { CampaignState } from '#src/domain/campaign-state';
import { credits } from './attribution';
import { businessInShort } from './business-node';
import type { Mapping } from './mapping';
import { decimalAmount } from './money';
import { node, type Node } from './node';
import { picture } from './pictures';
import { instant, many, number, text } from './read';
import { localText, rowsOf } from './texts';

const STATUS: Readonly<Record<CampaignState, string>> = {
  upcoming: 'https://schema.org/PotentialActionStatus',
  running: 'https://schema.org/ActiveActionStatus',
  ended: 'https://schema.org/CompletedActionStatus',
};

/** What supporters get in return. */
const rewards = (mapping: Mapping, currency: string): Node[] =>
  rowsOf(
    mapping,
    (entry) => many(entry, 'rewards'),
    (row, textOf) => {
      const least = number(row, 'minimumAmount');
      const quantity = number(row, 'quantity');
      return node('Offer', {
        name: textOf('title'),
        description: textOf('description'),
        priceSpecification:
          least === undefined
            ? undefined
            : node('PriceSpecification', {
                minPrice: decimalAmount(least, currency),
                priceCurrency: currency,
              }),
        inventoryLevel: quantity === undefined ? undefined : node('QuantitativeValue', { value: quantity }),
      });
    },
  );

/** A campaign as schema.org/DonateAction: who asks, for how much, from when to when, and what supporters get. */
export function campaign(mapping: Mapping, url: string): Node {
  const { main, business, derived } = mapping;
  const goal = number(main, 'goal');
  const currency = text(main, 'currency') ?? 'EUR';
  const [startTime, endTime] = [instant(main, 'startsAt'), instant(main, 'endsAt')];
  const { creditText, license } = credits(business ?? {});
  return node('DonateAction', {
    name: localText(mapping, (entry) => text(entry, 'title')),
    description: localText(mapping, (entry) => text(entry, 'story')),
    url,
    additionalType: text(main, 'kind'),
    startTime,
    endTime,
    actionStatus: STATUS[derived.state as CampaignState],
    recipient: businessInShort(mapping),
    // The goal: the total sum that is asked for.
    priceSpecification:
      goal === undefined
        ? undefined
        : node('PriceSpecification', { price: decimalAmount(goal, currency), priceCurrency: currency }),
    result: rewards(mapping, currency),
    image: picture(mapping, 'image'),
    subjectOf: creditText || license ? node('WebPage', { url, creditText, license }) : undefined,
  });
}
