import type { BusinessRecord } from '#src/import/domain/record';
import { readSeedCity } from '../seed/city';
import { businessMaker } from '../seed/made-up-business';
import { SEED } from '../seed/seed-database';

// Beyond the numbers of any seed, whose documents are already in the database.
const FIRST = 1_000_000;

/** Record number `n` of a source, always the same: a made-up business in both languages, without offers. */
export function recordMaker(): (n: number) => BusinessRecord {
  const city = readSeedCity();
  const make = businessMaker(city, SEED);
  const tags = new Map(city.categories.map(({ slug, osmTags }) => [slug, osmTags]));
  const districts = new Map(city.districts.map(({ slug, name }) => [slug, name.de]));
  const anyTag = city.categories.flatMap(({ osmTags }) => osmTags)[0] ?? '';
  return (n) => {
    const { name, summary, description, categories, district, address, location, contact, hours, sizeClass } =
      make(FIRST + n);
    const named = categories.flatMap((slug) => tags.get(slug)?.[0] ?? []);
    return {
      type: 'business',
      source: { system: 'bench', externalId: `node/${n}` },
      name,
      summary: { ...summary, en: `In English: ${summary.de ?? ''}` },
      description: { ...description, en: `In English: ${description.de ?? ''}` },
      categories: named.length > 0 ? named : [anyTag],
      ...(districts.has(district) ? { district: districts.get(district) } : {}),
      address,
      location,
      contact: {
        phone: contact.phone,
        ...(contact.email ? { email: contact.email } : {}),
        ...(contact.website ? { website: contact.website } : {}),
      },
      hours: hours as BusinessRecord['hours'],
      sizeClass,
      chain: false,
      attribution: { text: '© OpenStreetMap', licenceUrl: 'https://www.openstreetmap.org/copyright' },
      offers: [],
    };
  };
}
