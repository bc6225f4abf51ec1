import type { Shape } from '#src/platform/strapi/schema';
import { withoutRowIds } from '#src/reading/domain/row-ids';

const SHAPES: Record<string, Shape> = {
  'api::a.a': {
    uid: 'api::a.a',
    attributes: {
      name: { type: 'string' },
      part: { type: 'component', component: 'p.p' },
      parts: { type: 'component', component: 'p.p', repeatable: true },
      other: { type: 'relation', relation: 'manyToOne', target: 'api::a.a' },
      others: { type: 'relation', relation: 'manyToMany', target: 'api::a.a' },
      facts: { type: 'json' },
    },
  },
  'p.p': { uid: 'p.p', attributes: { file: { type: 'media' }, text: { type: 'string' } } },
};

it('leaves out the ids of rows at any depth, but not those of files, nor what an editor has written', () => {
  const file = { id: 7, documentId: 'f' };
  const entry = {
    id: 1,
    documentId: 'a',
    name: null,
    part: { id: 2, file },
    parts: [{ id: 3, text: 'x' }],
    other: { id: 4, documentId: 'b', part: null, others: [{ id: 5, documentId: 'c' }] },
    facts: { id: 'kept' },
  };
  expect(withoutRowIds(SHAPES['api::a.a'] as Shape, entry, (uid) => SHAPES[uid] as Shape)).toEqual({
    documentId: 'a',
    name: null,
    part: { file },
    parts: [{ text: 'x' }],
    other: { documentId: 'b', part: null, others: [{ documentId: 'c' }] },
    facts: { id: 'kept' },
  });
});
