import { buildSchema } from 'graphql';
import { readableSchema } from '#src/reading/graphql/domain/readable-schema';

const SCHEMA = buildSchema(`
  enum PublicationStatus { DRAFT PUBLISHED }
  enum Mode { NEVER }
  input ThingFilters { status: String name: String }
  input ThingInput { name: String }
  input Unused { a: Int }
  type Thing { name: String parts(status: PublicationStatus, sort: [String] = []): [Thing!]! }
  type Query {
    "All of them"
    things(filters: ThingFilters, status: PublicationStatus = PUBLISHED, publicationFilter: Mode): [Thing]!
  }
  type Mutation { createThing(data: ThingInput!): Thing }
`);

it('has what can be read, and nothing else', () => {
  expect(readableSchema(SCHEMA)).toBe(`type Query {
  """All of them"""
  things(filters: ThingFilters): [Thing]!
}

type Thing {
  name: String
  parts(sort: [String] = []): [Thing!]!
}

input ThingFilters {
  status: String
  name: String
}
`);
});
