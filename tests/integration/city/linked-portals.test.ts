import { createDocument, createCityProfile, graphql, request, startedApp } from '../../support';

const PORTAL = 'api::linked-portal.linked-portal';

interface Portal {
  name: string;
  url: string;
  text: string | null;
  rank: number | null;
}

const shown = async (query = ''): Promise<Portal[]> =>
  (await request<{ data: Portal[] }>(`/api/linked-portals?sort=rank&${query}`)).body.data;

beforeAll(async () => {
  await createCityProfile();
  await createDocument(PORTAL, { name: 'Gastronomie', url: 'gastro.example.org', rank: 2 });
  const { documentId } = await createDocument(PORTAL, {
    name: 'Kultur',
    url: 'https://kultur.example.org',
    text: 'Was heute Abend läuft',
    rank: 1,
  });
  const documents = startedApp().strapi.documents(PORTAL);
  await documents.update({ documentId, locale: 'en', data: { text: 'What is on tonight' } });
  await documents.publish({ documentId, locale: 'en' });
  await createDocument(PORTAL, { name: 'Handel', url: 'https://handel.example.org' }, { published: false });
});

it('are public in their order, without drafts', async () => {
  expect(await shown()).toMatchObject([
    { name: 'Kultur', text: 'Was heute Abend läuft' },
    { name: 'Gastronomie', url: 'https://gastro.example.org' },
  ]);
});

it('are there in both languages, and in GraphQL', async () => {
  expect(await shown('locale=en')).toMatchObject([{ name: 'Kultur', text: 'What is on tonight' }]);
  const { body } = await graphql('{ linkedPortals(sort: "rank") { name url } }');
  expect(body.data).toEqual({
    linkedPortals: [
      { name: 'Kultur', url: 'https://kultur.example.org' },
      { name: 'Gastronomie', url: 'https://gastro.example.org' },
    ],
  });
});

it.each([
  ['a script for an address', { name: 'X', url: 'javascript:alert(1)' }, 'url'],
  ['markup', { name: 'X', url: 'https://x.example.org', text: '<b>Hier</b>' }, 'text'],
])('%s is refused', async (_what, data, field) => {
  await expect(createDocument(PORTAL, data)).rejects.toMatchObject({
    details: { errors: [{ path: [field] }] },
  });
});

it.each([
  ['a name', { url: 'https://x.example.org' }, 'name'],
  ['an address', { name: 'Ohne Adresse' }, 'url'],
])('without %s it is not published', async (_what, data, field) => {
  await expect(createDocument(PORTAL, data)).rejects.toMatchObject({
    details: { errors: [{ path: [field] }] },
  });
});
