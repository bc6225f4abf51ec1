import { stableSort } from '#src/reading/stable-lists';

describe('the order of a list', () => {
  it.each([
    ['nothing', undefined, ['documentId:asc']],
    ['an empty text', '', ['documentId:asc']],
    ['a field', 'name', ['name', 'documentId:asc']],
    ['several fields', 'name:desc, slug', ['name:desc', 'slug', 'documentId:asc']],
    ['a list', ['name:desc', 'slug'], ['name:desc', 'slug', 'documentId:asc']],
    ['an object', { name: 'desc' }, ['name:desc', 'documentId:asc']],
    ['a relation’s field', { district: { name: 'asc' } }, ['district.name:asc', 'documentId:asc']],
    ['a list of objects', [{ name: 'asc' }, 'slug'], ['name:asc', 'slug', 'documentId:asc']],
    ['the document’s key', 'documentId:desc', ['documentId:desc']],
  ])('of %s ends with the key of the document', (_what, asked, order) => {
    expect(stableSort(asked)).toEqual(order);
  });
});
