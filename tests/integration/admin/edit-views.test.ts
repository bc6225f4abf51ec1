import { applyEditViews } from '#src/bootstrap/edit-views/apply-edit-views';
import { COMPONENT_VIEWS } from '#src/bootstrap/edit-views/components';
import { contentManagerViews } from '#src/bootstrap/edit-views/content-manager-views';
import { TYPE_VIEWS } from '#src/bootstrap/edit-views/content-types';
import type { EditView } from '#src/bootstrap/edit-views/edit-view';
import type { AppliedView, StoredView } from '#src/domain/edit-view-decision';
import { createAdmin, request, startedApp } from '../../support';

const UID = 'api::offer.offer';
const OFFER = TYPE_VIEWS[UID] as EditView;

const views = () => contentManagerViews(startedApp().strapi, 'content-types', UID);
const memory = () =>
  startedApp().strapi.store({ type: 'core', name: 'stadtverbund', key: `edit-view-${UID}` });
const boot = (view: EditView = OFFER) =>
  applyEditViews(startedApp().strapi, { types: { [UID]: view }, components: {} });
const rows = ({ layouts }: StoredView) => layouts.edit.map((row) => row.map(({ name }) => name));
const firstRow = async () => rows(await views().read())[0];

async function sync(): Promise<void> {
  const service = startedApp().strapi.plugin('content-manager').service('content-types') as unknown as {
    syncConfigurations(): Promise<void>;
  };
  await service.syncConfigurations();
}

/** Pretends that the attribute was not in the schema at the last start. */
async function forgetAttribute(name: string): Promise<void> {
  const without = ({ settings, metadatas, layouts }: StoredView): StoredView => ({
    settings,
    metadatas: Object.fromEntries(Object.entries(metadatas).filter(([key]) => key !== name)),
    layouts: {
      edit: layouts.edit
        .map((row) => row.filter((field) => field.name !== name))
        .filter((row) => row.length > 0),
      list: layouts.list.filter((column) => column !== name),
    },
  });
  const applied = (await memory().get({})) as AppliedView;
  await views().write(without(await views().read()));
  await memory().set({ value: { ...applied, result: without(applied.result) } });
}

describe('edit views after a start', () => {
  test.each(Object.keys(TYPE_VIEWS))(
    'the form of %s shows every attribute once, as arranged in the repository',
    async (uid) => {
      await expectArranged(uid, 'content-types', TYPE_VIEWS[uid] as EditView);
    },
  );

  test.each(Object.keys(COMPONENT_VIEWS))('the component %s shows every attribute once', async (uid) => {
    await expectArranged(uid, 'components', COMPONENT_VIEWS[uid] as EditView);
  });

  test('each of our types and components has an edit view', () => {
    const { contentTypes, components } = startedApp().strapi;
    expect(Object.keys(TYPE_VIEWS).sort()).toEqual(
      Object.keys(contentTypes)
        .filter((uid) => uid.startsWith('api::'))
        .sort(),
    );
    expect(Object.keys(COMPONENT_VIEWS).sort()).toEqual(Object.keys(components).sort());
  });

  test('the panel receives them', async () => {
    const { token } = await createAdmin();
    const { body } = await request<{ data: { contentType: StoredView } }>(
      '/content-manager/content-types/api::business.business/configuration',
      { token },
    );
    expect(body.data.contentType.layouts.list).toEqual(['name', 'address', 'categories']);
    expect(rows(body.data.contentType)[0]).toEqual(['name', 'slug']);
  });
});

describe('edit views at the next start', () => {
  beforeEach(async () => {
    await memory().delete({});
    await boot();
  });

  test('are left alone when nothing has changed', async () => {
    const before = await memory().get({});
    await boot();
    expect(await memory().get({})).toEqual(before);
  });

  test('follow a change in the repository', async () => {
    await boot({ ...OFFER, edit: [{ kind: 6, business: 6 }, ...OFFER.edit.slice(1)] });
    expect(await firstRow()).toEqual(['kind', 'business']);
  });

  test('stay as an editor has rearranged them, even when the repository changes', async () => {
    const present = await views().read();
    await views().write({
      ...present,
      layouts: { ...present.layouts, edit: [...present.layouts.edit].reverse() },
    });
    await boot({ ...OFFER, edit: [{ kind: 6, business: 6 }, ...OFFER.edit.slice(1)] });
    expect(await firstRow()).toEqual(['deliveryArea']);
  });

  test('show a new attribute where the repository says, since that is not a rearrangement', async () => {
    await forgetAttribute('deliveryArea');
    await sync();
    await boot({ ...OFFER, edit: [{ deliveryArea: 12 }, ...OFFER.edit.slice(0, -1)] });
    expect(await firstRow()).toEqual(['deliveryArea']);
  });

  test('show a new attribute that the repository does not arrange yet', async () => {
    await boot({ ...OFFER, edit: OFFER.edit.slice(0, -1) });
    expect(rows(await views().read()).at(-1)).toEqual(['deliveryArea']);
  });
});

async function expectArranged(
  uid: string,
  kind: 'content-types' | 'components',
  view: EditView,
): Promise<void> {
  await sync();
  const stored = await contentManagerViews(startedApp().strapi, kind, uid).read();
  expect(rows(stored)).toEqual(view.edit.map((row) => Object.keys(row)));
  expect(view.edit.filter((row) => Object.values(row).reduce((sum, width) => sum + width, 0) > 12)).toEqual(
    [],
  );
  expect(stored.settings['mainField']).toBe(view.mainField);
  if (view.list) expect(stored.layouts.list).toEqual(view.list);
}
