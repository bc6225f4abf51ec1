import { createCityProfile, request, startedApp } from '../../support';
import { BUSINESS, documents, editor } from './paths';

interface Warning {
  path: (string | number)[];
  code: string;
  message: string;
}

interface Picture {
  image?: number;
  alternativeText?: string;
}

async function image(): Promise<number> {
  const data = {
    name: 'laden.png',
    hash: 'laden',
    ext: '.png',
    mime: 'image/png',
    size: 1,
    url: '/uploads/x',
    provider: 'local',
  };
  const { id } = (await startedApp().strapi.db.query('plugin::upload.file').create({ data })) as {
    id: number;
  };
  return id;
}

async function warnings(documentId: unknown, locale = 'de'): Promise<Warning[]> {
  const { token } = await editor();
  const path = `/rules/doubts/${BUSINESS}/${String(documentId)}?contentLocale=${locale}`;
  return (await request<{ data: Warning[] }>(path, { token })).body.data;
}

const briefly = (found: readonly Warning[]): string[] =>
  found.map(({ path, code }) => `${path.join('.')} ${code}`);

let first: number;
let second: number;

beforeAll(async () => {
  await createCityProfile();
  [first, second] = [await image(), await image()];
});

const cases: [string, () => { logo?: Picture; photos?: Picture[] }, string[]][] = [
  [
    'two photos with the same text',
    () => ({
      photos: [
        { image: first, alternativeText: 'Der Laden' },
        { image: second, alternativeText: ' der laden ' },
      ],
    }),
    ['photos.1.alternativeText alternative-text-repeated'],
  ],
  [
    'a logo and a photo with the same text',
    () => ({
      logo: { image: first, alternativeText: 'Bäckerei' },
      photos: [{ image: second, alternativeText: 'Bäckerei' }],
    }),
    ['photos.0.alternativeText alternative-text-repeated'],
  ],
  [
    'the same image twice with its text',
    () => ({
      photos: [
        { image: first, alternativeText: 'Der Laden' },
        { image: first, alternativeText: 'Der Laden' },
      ],
    }),
    [],
  ],
  [
    'photos with texts of their own',
    () => ({
      photos: [
        { image: first, alternativeText: 'Der Laden' },
        { image: second, alternativeText: 'Die Theke' },
      ],
    }),
    [],
  ],
  [
    'two photos without a text',
    () => ({ photos: [{ image: first }, { image: second }] }),
    [
      'photos.0.alternativeText alternative-text-missing',
      'photos.1.alternativeText alternative-text-missing',
    ],
  ],
  ['an empty picture', () => ({ photos: [{}] }), []],
];

test.each(cases)('%s', async (_case, pictures, expected) => {
  const { documentId } = await documents(BUSINESS).create({ data: { name: 'Bilder', ...pictures() } });
  expect(briefly(await warnings(documentId))).toEqual(expected);
});

test('a new translation shows the picture, without the German text, and with a warning', async () => {
  const data = {
    name: 'Bilder',
    photos: [{ image: first, alternativeText: 'Der Laden', credit: 'Erika Muster' }],
  };
  const { documentId } = await documents(BUSINESS).create({ data, locale: 'de' });
  const english = await documents(BUSINESS).update({
    documentId,
    locale: 'en',
    data: { summary: 'Bread' },
    populate: { photos: { populate: ['image'] } },
  });
  expect(english).toMatchObject({
    photos: [{ image: { id: first }, alternativeText: null, credit: 'Erika Muster' }],
  });
  expect(await warnings(documentId, 'de')).toEqual([]);
  const [warning, ...rest] = await warnings(documentId, 'en');
  expect(rest).toEqual([]);
  expect(warning).toMatchObject({ path: ['photos', 0, 'alternativeText'], code: 'alternative-text-missing' });
  expect(warning?.message).toMatch(/^Fotos 1 › Alternativtext: Er fehlt in dieser Sprache/);
});
