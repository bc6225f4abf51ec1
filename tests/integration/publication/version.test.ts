import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  startedApp,
} from '../../support';

const BUSINESS = 'api::business.business';

const raw = async <Row>(text: string): Promise<Row[]> =>
  (await startedApp().strapi.db.connection.raw<{ rows: Row[] }>(text)).rows;

const version = async (): Promise<number> =>
  Number((await raw<{ v: string }>('select v from stadtverbund.version'))[0]?.v);

/** By how much the version moved while `work` ran. */
async function moves(work: () => Promise<unknown>): Promise<number> {
  const before = await version();
  await work();
  return (await version()) - before;
}

beforeAll(() => createCityProfile());

it('one publish of a whole document moves the version by one', async () => {
  const { documentId } = await createBusiness({ hours: [{ service: 'on-site', rule: 'Mo 08:00-18:00' }] });
  expect(
    await moves(() => startedApp().strapi.documents(BUSINESS).publish({ documentId, locale: 'de' })),
  ).toBe(1);
});

test.each([
  ['a row', `update businesses set name = 'Anders' where id = (select min(id) from businesses)`],
  [
    'a link to a category',
    `delete from businesses_categories_lnk where id = (select min(id) from businesses_categories_lnk)`,
  ],
  [
    'a component',
    `update components_place_address set street = 'Anders' where id = (select min(id) from components_place_address)`,
  ],
  [
    'a component link',
    `update businesses_cmps set "order" = 2 where id = (select min(id) from businesses_cmps)`,
  ],
  ['a language', `update i18n_locale set name = 'Anders' where code = 'en'`],
  [
    'what the public may read',
    `update up_permissions set updated_at = now() where id = (select min(id) from up_permissions)`,
  ],
])('changing %s by SQL moves it too', async (_name, text) => {
  expect(await moves(() => raw(text))).toBe(1);
});

it('what is not part of public answers does not move it', async () => {
  expect(
    await moves(async () => {
      await createAdmin();
      await createContributor();
    }),
  ).toBe(0);
});

it('moves with each of several parallel writers', async () => {
  const writers = await Promise.all(Array.from({ length: 8 }, () => createBusiness()));
  expect(
    await moves(() =>
      Promise.all(
        writers.map(({ documentId }) =>
          startedApp().strapi.documents(BUSINESS).publish({ documentId, locale: 'de' }),
        ),
      ),
    ),
  ).toBe(8);
});

it('watches every content table, with links and components, and the files', async () => {
  const watched = (
    await raw<{ name: string }>(
      `select tgrelid::regclass::text as name from pg_trigger where tgname = 'stadtverbund_version'`,
    )
  ).map(({ name }) => name);
  const tables = (
    await raw<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'
      and (table_name like 'components\\_%' or table_name ~
        '^(businesses|offers|campaigns|advisory_contacts|organisations|press_notices|linked_portals|categories|districts|city_profiles|files)(_lnk|_cmps|_.*_lnk|_related_mph)\\?$')`,
    )
  ).map(({ name }) => name);
  expect(tables.length).toBeGreaterThan(25);
  expect(watched).toEqual(expect.arrayContaining(tables));
});

it('a category that is linked from the other side moves it', async () => {
  const { documentId } = await createCategory();
  const moved = await moves(() =>
    startedApp()
      .strapi.documents('api::category.category')
      .update({ documentId, locale: 'de', data: { name: 'Anders' } }),
  );
  expect(moved).toBe(1);
});
