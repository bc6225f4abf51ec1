import ICAL from 'ical.js';
import { json, must } from '../lib.mjs';

/** ical.js reads the cards of the first fifty businesses. */
export async function check(city) {
  const { data } = await json(`${city.url}/api/directory/search?type=business&pageSize=50`);
  let cards = 0;
  for (const { type, slug, name } of data) {
    const answer = await fetch(`${city.url}/api/directory/listings/${type}/${slug}.vcf`);
    const text = await answer.text();
    // Nothing to be reached by.
    if (answer.status === 406) continue;
    must(answer.ok, `${slug}.vcf answered ${answer.status}`);
    const card = new ICAL.Component(ICAL.parse(text));
    must(
      card.name === 'vcard' && card.getFirstPropertyValue('version') === '3.0',
      `${slug}.vcf is no vCard 3.0`,
    );
    must(card.getFirstPropertyValue('fn') === name, `${slug}.vcf is of ${card.getFirstPropertyValue('fn')}`);
    cards += 1;
  }
  must(cards > data.length / 4, `only ${cards} of ${data.length} businesses have a card`);
  return `${cards} of ${data.length}`;
}
