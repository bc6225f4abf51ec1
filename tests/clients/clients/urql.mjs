import { Client, fetchExchange } from '@urql/core';
import { must } from '../lib.mjs';

/** urql as it comes: it asks by GET where the address is short enough. */
export async function check(city) {
  const methods = [];
  const client = new Client({
    url: `${city.url}/graphql`,
    exchanges: [fetchExchange],
    fetch: (input, init) => {
      methods.push(init?.method ?? 'GET');
      return fetch(input, init);
    },
  });
  const query = 'query ($size: Int) { businesses(pagination: { pageSize: $size }) { documentId name } }';
  const { data, error } = await client.query(query, { size: 3 }).toPromise();
  must(!error, String(error));
  must(data.businesses.length === 3, 'it brings no businesses');
  return methods.join(', ');
}
