import { OTHER_PLACES } from '#src/listing/domain/schema-org/business-node';
import categories from '../../../data/categories.json';
import known from '../../fixtures/schema-org/types.json';

const used = [...new Set(categories.flatMap(({ schemaType }) => schemaType ?? []))];

it.each(used)('%s is a type of schema.org', (type) => {
  expect(known.types).toContain(type);
});

it.each(used)('%s is a local business, or is written beside one', (type) => {
  expect([...known.localBusinesses, ...OTHER_PLACES]).toContain(type);
});
