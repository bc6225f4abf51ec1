import { readFileSync } from 'node:fs';
import { CLIENT_TYPES, openApiTypes } from '#scripts/lib/client/openapi-types';
import { request } from '#tests/support/index';

it('the types of packages/client are those of the document (npm run client:types writes them)', async () => {
  const { body } = await request<object>('/api/openapi.json');
  expect(readFileSync(CLIENT_TYPES, 'utf8')).toBe(await openApiTypes(body));
}, 60_000);
