import { decideEditView, type StoredView } from '#src/domain/edit-view-decision';

const VIEW = { edit: [{ name: 8, slug: 4 }] };

const stored = (change: Partial<StoredView> = {}): StoredView => ({
  settings: { mainField: 'name', pageSize: 20 },
  metadatas: { name: { edit: { label: 'name', editable: true } }, slug: { edit: { label: 'slug' } } },
  layouts: {
    edit: [
      [
        { name: 'name', size: 8 },
        { name: 'slug', size: 4 },
      ],
    ],
    list: ['name'],
  },
  ...change,
});

const withNewAttribute = stored({
  metadatas: { ...stored().metadatas, hint: { edit: { label: 'hint' } } },
  layouts: { edit: [...stored().layouts.edit, [{ name: 'hint', size: 6 }]], list: ['name', 'hint'] },
});

describe('deciding whether an edit view may be written', () => {
  test('a view that has never been applied is applied', () => {
    expect(decideEditView(VIEW, stored(), undefined)).toEqual({ apply: true, reason: 'never-applied' });
  });

  test.each<[string, unknown, StoredView, ReturnType<typeof decideEditView>]>([
    ['nothing has changed', VIEW, stored(), { apply: false, reason: 'unchanged' }],
    ['our view has changed', { edit: [{ slug: 12 }] }, stored(), { apply: true, reason: 'view-changed' }],
    [
      'only the order of fields in a row has changed',
      { edit: [{ slug: 4, name: 8 }] },
      stored(),
      { apply: true, reason: 'view-changed' },
    ],
    ['Strapi has added a new attribute', VIEW, withNewAttribute, { apply: false, reason: 'unchanged' }],
    [
      'Strapi has added a new attribute and our view names it',
      { edit: [{ name: 8, slug: 4 }, { hint: 12 }] },
      withNewAttribute,
      { apply: true, reason: 'view-changed' },
    ],
    [
      'Strapi keeps its keys in another order',
      VIEW,
      stored({ settings: { pageSize: 20, mainField: 'name' } }),
      { apply: false, reason: 'unchanged' },
    ],
    [
      'Strapi has a new setting',
      VIEW,
      stored({ settings: { ...stored().settings, relationOpenMode: 'modal' } }),
      { apply: false, reason: 'unchanged' },
    ],
    [
      'an editor has swapped two fields',
      { edit: [] },
      stored({
        layouts: {
          edit: [
            [
              { name: 'slug', size: 4 },
              { name: 'name', size: 8 },
            ],
          ],
          list: ['name'],
        },
      }),
      { apply: false, reason: 'arranged-by-hand' },
    ],
    [
      'an editor has changed the columns of the list',
      { edit: [] },
      stored({ layouts: { ...stored().layouts, list: ['name', 'slug'] } }),
      { apply: false, reason: 'arranged-by-hand' },
    ],
    [
      'an editor has changed the page size',
      { edit: [] },
      stored({ settings: { mainField: 'name', pageSize: 50 } }),
      { apply: false, reason: 'arranged-by-hand' },
    ],
    [
      'an editor has typed a label',
      { edit: [] },
      stored({ metadatas: { ...stored().metadatas, slug: { edit: { label: 'Kürzel' } } } }),
      { apply: false, reason: 'arranged-by-hand' },
    ],
  ])('when %s', (_case, view, current, decision) => {
    expect(decideEditView(view, current, { view: VIEW, result: stored() })).toEqual(decision);
  });
});
