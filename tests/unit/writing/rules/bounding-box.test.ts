import type { RuleContext } from '#src/writing/rules/attribute-rules';
import { COMPONENT_RULES } from '#src/writing/rules/cross-field-rules';

const context = {} as RuleContext;
const refusedEdges = (box: object): string[] =>
  (COMPONENT_RULES['place.bounding-box'] ?? []).flatMap(({ rule }) =>
    rule({ ...box }, context, []).map(({ attribute }) => attribute),
  );

test.each([
  ['a box as it should be', { south: 51.41, west: 7.3, north: 51.6, east: 7.64 }, []],
  ['south above north', { south: 51.6, west: 7.3, north: 51.41, east: 7.64 }, ['north']],
  ['west beyond east', { south: 51.41, west: 7.64, north: 51.6, east: 7.3 }, ['east']],
  ['a box without height', { south: 51.41, west: 7.3, north: 51.41, east: 7.64 }, ['north']],
  ['an edge that is not there yet', { south: 51.41, west: 7.3 }, []],
])('%s', (_description, box, expected) => {
  expect(refusedEdges(box)).toEqual(expected);
});
