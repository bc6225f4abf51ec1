import { strapi } from '@strapi/client';
import { must } from '../lib.mjs';

/** @strapi/client, without a token and with a read-only one. */
export async function check(city) {
  const tokens = [undefined, ...(city.apiToken ? [city.apiToken] : [])];
  for (const auth of tokens) {
    const client = strapi({ baseURL: `${city.url}/api`, ...(auth ? { auth } : {}) });
    const businesses = client.collection('businesses');
    const page = await businesses.find({
      populate: '*',
      filters: { address: { postcode: { $startsWith: '44' } } },
      sort: 'name',
      pagination: { page: 1, pageSize: 10 },
      locale: 'de',
    });
    must(page.data.length === 10 && page.meta.pagination.total > 10, 'find brings no page');
    must(
      page.data.every(({ address }) => address.postcode.startsWith('44')),
      'the filter is not heard',
    );
    const one = await businesses.findOne(page.data[0].documentId, { populate: ['categories'] });
    must(one.data.categories.length > 0, 'findOne brings no categories');
    must((await client.single('city-profile').find()).data.name === 'Dortmund', 'single brings no city');
    const refused = await businesses.create({ name: 'Fremd' }).then(
      () => false,
      (error) => [401, 403, 404, 405].includes(error.response?.status),
    );
    must(refused, 'create is not refused');
  }
  return `${tokens.length} callers`;
}
