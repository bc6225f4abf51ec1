/** @jest-environment-options {"env": {"UPLOADS_PER_DAY": "10000", "UPLOAD_MEGABYTES_PER_DAY": "10000"}} */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { sweepUnusedUploads } from '#src/plugins/self-service/server/src/services/unused-uploads';
import {
  createAdmin,
  createBusiness,
  createCityProfile,
  createContributor,
  createDocument,
  request,
  startedApp,
  type ContributorAccount,
} from '../../support';
import { editorActor, moderation } from '../../support/moderation';

interface Picture {
  id: number;
  url: string;
  formats: Record<string, { url: string }> | null;
}

const BUSINESS = 'api::business.business';
const DAY = 86_400_000;
const WIDTH = 300;

let anna: ContributorAccount;

beforeAll(async () => {
  await createCityProfile();
  anna = await createContributor();
});

async function send(path: string, token: string): Promise<Picture> {
  const bytes = await sharp({ create: { width: WIDTH, height: 200, channels: 3, background: 'olive' } })
    .png()
    .toBuffer();
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'bild.png');
  const { body, text } = await request<{ data: Picture[] } | Picture[]>(path, { token, body: form });
  const [picture] = Array.isArray(body) ? body : (body.data ?? []);
  if (!picture) throw new Error(text);
  return picture;
}
const upload = () => send('/api/my/uploads', anna.token);

const pathsOf = ({ url, formats }: Picture): string[] =>
  [url, ...Object.values(formats ?? {}).map((format) => format.url)].map((address) =>
    join(startedApp().strapi.dirs.static.public, new URL(address, startedApp().url).pathname),
  );
const photo = ({ id }: Picture) => ({ image: id, alternativeText: 'Ein Bild', credit: 'Anna' });
const documents = () => startedApp().strapi.documents(BUSINESS);
const isStored = async ({ id }: Picture): Promise<boolean> =>
  (await startedApp().strapi.db.query('plugin::upload.file').count({ where: { id } })) === 1;
const isOwned = async ({ id }: Picture): Promise<boolean> => {
  const { rows } = await startedApp().strapi.db.connection.raw<{ rows: unknown[] }>(
    'select from stadtverbund.upload_owner where file_id = ?',
    [id],
  );
  return rows.length === 1;
};

async function withoutPictures(documentId: string): Promise<void> {
  await documents().update({ documentId, locale: 'de', data: { photos: [], logo: null as never } });
}
async function suspended(documentId: string): Promise<void> {
  const { version } = (await moderation().stateOf(BUSINESS, documentId)).submission;
  await moderation().perform({
    uid: BUSINESS,
    documentId,
    action: 'suspend',
    actor: editorActor(),
    reason: 'Bitte prüfen.',
    expectedVersion: version,
  });
}
const notice = (data: object, published: boolean) =>
  createDocument(
    'api::press-notice.press-notice',
    { title: 'Neues', teaser: 'Kurz', publishedOn: '2026-11-01', ...data },
    { published },
  );
const written = ({ url }: Picture) => [
  {
    type: 'image',
    image: {
      url: new URL(url, startedApp().url).pathname,
      name: 'bild.png',
      hash: 'bild',
      ext: '.png',
      mime: 'image/png',
      size: 9,
      width: 9,
      height: 9,
      provider: 'local',
      createdAt: '2026-11-01T00:00:00.000Z',
      updatedAt: '2026-11-01T00:00:00.000Z',
    },
    children: [{ type: 'text', text: '' }],
  },
];

/** What may have happened to a picture, and whether something then uses it. */
const FATES: Record<string, { used: boolean; happens(picture: Picture): Promise<unknown> }> = {
  nothing: { used: false, happens: () => Promise.resolve() },
  'a photo of a draft': {
    used: true,
    happens: (it) => createBusiness({ photos: [photo(it)] }, { published: false }),
  },
  'the logo of a draft': {
    used: true,
    happens: (it) => createBusiness({ logo: photo(it) }, { published: false }),
  },
  'a photo of a draft in English only': {
    used: true,
    happens: (it) =>
      createBusiness({ photos: [photo(it)], categories: [] }, { published: false, locale: 'en' }),
  },
  'a public photo': { used: true, happens: (it) => createBusiness({ photos: [photo(it)] }) },
  'a public photo that the draft has no longer': {
    used: true,
    happens: async (it) => withoutPictures((await createBusiness({ photos: [photo(it)] })).documentId),
  },
  'a photo of a draft that was changed': {
    used: false,
    happens: async (it) =>
      withoutPictures(
        (await createBusiness({ photos: [photo(it)], logo: photo(it) }, { published: false })).documentId,
      ),
  },
  'a photo of a listing that was deleted': {
    used: false,
    happens: async (it) => {
      const { documentId } = await createBusiness({ photos: [photo(it)] }, { published: false });
      await documents().delete({ documentId, locale: '*' });
    },
  },
  'a photo of a suspended listing': {
    used: true,
    happens: async (it) => suspended((await createBusiness({ photos: [photo(it)] })).documentId),
  },
  'a photo of what was public before it was suspended': {
    used: true,
    happens: async (it) => {
      const { documentId } = await createBusiness({ photos: [photo(it)] });
      await suspended(documentId);
      await withoutPictures(documentId);
    },
  },
  'a picture in the text of a draft': { used: true, happens: (it) => notice({ body: written(it) }, false) },
  'a picture in a public text': { used: true, happens: (it) => notice({ body: written(it) }, true) },
};

it('deletes exactly what nothing uses, whatever has happened to the pictures', async () => {
  const fate = fc.constantFrom(...Object.keys(FATES));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fate, fc.boolean()), { minLength: 4, maxLength: 8 }),
      async (fates) => {
        const { strapi } = startedApp();
        const pictures: { picture: Picture; what: string; stays: boolean }[] = [];
        for (const [what, old] of fates) {
          const picture = await upload();
          await FATES[what]!.happens(picture);
          const age = old ? 8 : 6;
          await strapi.db.connection.raw(
            'update stadtverbund.upload_owner set created_at = now() - make_interval(days => ?) where file_id = ?',
            [age, picture.id],
          );
          pictures.push({ picture, what: `${what}, ${age} days old`, stays: FATES[what]!.used || !old });
        }
        await sweepUnusedUploads(strapi, new Date());
        for (const { picture, what, stays } of pictures) {
          expect([what, await isStored(picture)]).toEqual([what, stays]);
          expect([what, await isOwned(picture)]).toEqual([what, stays]);
          for (const path of pathsOf(picture)) expect([what, existsSync(path)]).toEqual([what, stays]);
        }
      },
    ),
    // Each run makes up to eight documents, which covers every fate with near certainty.
    { numRuns: 3, examples: [[Object.keys(FATES).map((what) => [what, true])]], endOnFailure: true },
  );
}, 120_000);

it('never touches files of editors', async () => {
  const { token } = await createAdmin();
  const picture = await send('/upload', token);
  await sweepUnusedUploads(startedApp().strapi, new Date(Date.now() + 1_000 * DAY));
  expect(await isStored(picture)).toBe(true);
  for (const path of pathsOf(picture)) expect(existsSync(path)).toBe(true);
});

it('forgets who uploaded a file that an editor has deleted', async () => {
  const picture = await upload();
  const { token } = await createAdmin();
  await request(`/upload/files/${picture.id}`, { method: 'DELETE', token });
  await sweepUnusedUploads(startedApp().strapi, new Date());
  expect(await isOwned(picture)).toBe(false);
});

it('a picture that is put into a document during the sweep stays, or the document is refused', async () => {
  const picture = await upload();
  const inAWeek = new Date(Date.now() + 8 * DAY);
  const [, entered] = await Promise.allSettled([
    sweepUnusedUploads(startedApp().strapi, inAWeek),
    createBusiness({ photos: [photo(picture)] }, { published: false }),
  ]);
  const paths = pathsOf(picture);
  if (entered.status === 'fulfilled' && (await isStored(picture))) {
    for (const path of paths) expect(existsSync(path)).toBe(true);
  } else {
    expect(await isStored(picture)).toBe(false);
    for (const path of paths) expect(existsSync(path)).toBe(false);
  }
});
