import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';
import { HERE, json, must } from '../lib.mjs';

const SCHEMA = /^https?:\/\/schema\.org\/?$/;
// The context of schema.org is a large file on the network; what it says of our terms is this.
const CONTEXT = { '@context': { '@vocab': 'https://schema.org/', id: '@id', type: '@type' } };

const documentLoader = (url) => {
  if (!SCHEMA.test(url)) throw new Error(`It asks for ${url}`);
  return Promise.resolve({ contextUrl: null, documentUrl: url, document: CONTEXT });
};

function knownTypes() {
  const file = join(HERE, 'node_modules', 'schema-dts', 'dist', 'schema.d.ts');
  return new Set([...readFileSync(file, 'utf8').matchAll(/"@type": "(\w+)"/g)].map(([, type]) => type));
}

function* typesIn(node) {
  if (Array.isArray(node)) for (const one of node) yield* typesIn(one);
  else if (typeof node === 'object' && node !== null)
    for (const [key, value] of Object.entries(node)) {
      if (key === '@type') yield* [value].flat();
      else yield* typesIn(value);
    }
}

/** jsonld expands listings of every type without losing anything, and schema.org knows their types. */
export async function check(city) {
  const known = knownTypes();
  must(known.size > 500, 'the types of schema.org were not found');
  let listings = 0;
  for (const type of ['business', 'offer', 'campaign', 'advisory-contact', 'press-notice']) {
    const { data } = await json(`${city.url}/api/directory/search?type=${type}&pageSize=40`);
    for (const { slug } of data) {
      const address = `${city.url}/api/directory/listings/${type}/${slug}.jsonld`;
      const document = await json(address, { headers: { accept: 'application/ld+json' } });
      await jsonld.expand(document, { documentLoader, safe: true });
      const dataset = await jsonld.toRDF(document, { documentLoader });
      must(dataset.length > 3, `${address} says nothing`);
      for (const one of typesIn(document)) must(known.has(one), `schema.org has no ${one} (${address})`);
      listings += 1;
    }
  }
  must(listings > 40, `only ${listings} listings`);
  return `${listings} listings`;
}
