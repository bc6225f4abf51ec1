import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { checkWebAddress } from '#src/domain/web-address';
import { uri } from '#src/listing/domain/schema-org/read';

const isUri = addFormats(new Ajv2020({ strict: true })).compile({ type: 'string', format: 'uri' });
const written = (url: string): string | undefined => uri({ url }, 'url');

const CITIES = join(__dirname, '../../../data/cities');
const addresses = ['dortmund', 'kiel', 'lauf'].flatMap((city) => {
  const text = readFileSync(join(CITIES, city, 'listings.geojson'), 'utf8');
  return [...text.matchAll(/"(?:contact:)?(?:website|url|facebook|instagram)":\s*"([^"]+)"/g)].flatMap(
    ([, found = '']) => {
      const checked = checkWebAddress(found);
      return checked.ok ? [checked.value] : [];
    },
  );
});

it('every web address of the demo cities is a URI as JSON Schema means it', () => {
  expect(addresses.length).toBeGreaterThan(200);
  expect(addresses.some((address) => /[^\x20-\x7e]/.test(address))).toBe(true);
  for (const address of addresses) expect([address, isUri(written(address))]).toEqual([address, true]);
});

it.each([
  ['https://www.gemüsehof-grobe.de', 'https://www.xn--gemsehof-grobe-isb.de/'],
  [
    'https://straße.example/käse?größe=1#ä',
    'https://xn--strae-oqa.example/k%C3%A4se?gr%C3%B6%C3%9Fe=1#%C3%A4',
  ],
  ['https://x.example/100%', 'https://x.example/100%25'],
  ['https://x.example/a[1]', 'https://x.example/a%5B1%5D'],
  ['https://x.example/a%C3%A4', 'https://x.example/a%C3%A4'],
  ['https://x.example', 'https://x.example'],
  ['https://x.example/#a#b', 'https://x.example/#a%23b'],
])('%s is written %s', (typed, expected) => {
  expect(written(typed)).toBe(expected);
  expect(isUri(expected)).toBe(true);
});

it('what the rules accept as a web address is a URI, and no address is made up', () => {
  const label = fc.stringMatching(/^[a-zäöüß0-9]([a-zäöüß0-9-]{0,10}[a-zäöüß0-9])?$/);
  const rest = fc.string({ unit: 'grapheme', maxLength: 30 });
  fc.assert(
    fc.property(label, rest, (host, path) => {
      const checked = checkWebAddress(`https://${host}.example/${path}`);
      if (!checked.ok) return true;
      const result = written(checked.value);
      return result === undefined || isUri(result);
    }),
    { numRuns: 3_000 },
  );
  expect(written('kein Adresse')).toBeUndefined();
});
