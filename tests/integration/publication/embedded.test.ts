import sharp from 'sharp';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createDocument,
  createOffer,
  inWords,
  listenToAnnouncements,
  request,
  startedApp,
  type AdminAccount,
  type Announcements,
  type Stored,
} from '../../support';

let admin: AdminAccount;
let announcements: Announcements;

/** Everything in the one announcement that is made while the content manager does something. */
async function heardOf(work: () => Promise<unknown>): Promise<string[]> {
  const heard = await announcements.during(work);
  expect(heard.length).toBeLessThan(2);
  return inWords(heard[0]);
}

async function panel(method: string, path: string, body?: unknown): Promise<void> {
  const { status, text } = await request(path, { method, body, token: admin.token });
  if (status >= 300) throw new Error(`${status} ${text}`);
}

const manager = (method: string, path: string, body?: unknown): Promise<void> =>
  panel(method, `/content-manager/${path}`, body);

const collection = (uid: string, { documentId }: Stored): string => `collection-types/${uid}/${documentId}`;

const campaignOf = (business: Stored): Promise<Stored> =>
  createDocument('api::campaign.campaign', {
    business: business.documentId,
    kind: 'support',
    title: 'Hilfe',
    story: 'Wir brauchen Hilfe.',
    startsAt: '2026-01-01T00:00:00.000Z',
  });

beforeAll(async () => {
  await createCityProfile();
  admin = await createAdmin();
  announcements = listenToAnnouncements();
});

afterAll(() => announcements.stop());

describe('documents that show a changed one are announced with it', () => {
  it('a category: the businesses in it and below it, their offers and campaigns', async () => {
    const above = await createCategory({ name: 'Essen und Trinken' });
    const below = await createCategory({ name: 'Bäckereien', parent: above.documentId });
    const [one, two] = [
      await createBusiness({ categories: [above.documentId] }),
      await createBusiness({ categories: [below.documentId] }),
    ];
    const draft = await createBusiness({ categories: [above.documentId] }, { published: false });
    const offer = await createOffer(two);
    const campaign = await campaignOf(two);
    const changed = [
      `published business ${one.documentId} de`,
      `published business ${two.documentId} de`,
      `published campaign ${campaign.documentId} de`,
      `published category ${above.documentId} de`,
      `published category ${below.documentId} de`,
      `published offer ${offer.documentId} de`,
    ].sort();
    const rename = () => manager('PUT', collection('api::category.category', above), { name: 'Genuss' });
    const heard = await heardOf(rename);
    expect(heard).toEqual(changed);
    expect(heard.join()).not.toContain(draft.documentId);
    const gone = await heardOf(() => manager('DELETE', collection('api::category.category', above)));
    expect(gone).toEqual(
      changed
        .map((line) => (line.includes(above.documentId) ? line.replace('published', 'removed') : line))
        .sort(),
    );
  });

  it('a district: its businesses', async () => {
    const district = await createDocument(
      'api::district.district',
      { name: 'Hombruch' },
      { published: false },
    );
    const business = await createBusiness({ district: district.documentId });
    expect(
      await heardOf(() =>
        manager('PUT', collection('api::district.district', district), { name: 'Hombruch-Süd' }),
      ),
    ).toEqual([
      `published business ${business.documentId} de`,
      `published district ${district.documentId} de`,
    ]);
  });

  it('an organisation: its advisory contacts', async () => {
    const organisation = await createDocument('api::organisation.organisation', {
      name: 'IHK',
      kind: 'chamber',
    });
    const contact = await createDocument('api::advisory-contact.advisory-contact', {
      organisation: organisation.documentId,
      kind: 'hotline',
      title: 'Hotline',
      phones: [{ number: '0231 123456' }],
    });
    expect(
      await heardOf(() =>
        manager('POST', `${collection('api::organisation.organisation', organisation)}/actions/publish`, {
          name: 'IHK zu Dortmund',
        }),
      ),
    ).toEqual([
      `published advisory-contact ${contact.documentId} de`,
      `published organisation ${organisation.documentId} de`,
    ]);
  });

  it('a removed business: its offers and campaigns, also where it is deleted for good', async () => {
    const business = await createBusiness();
    const [offer, campaign] = [await createOffer(business), await campaignOf(business)];
    const removed = [
      `removed business ${business.documentId} de`,
      `removed campaign ${campaign.documentId} de`,
      `removed offer ${offer.documentId} de`,
    ];
    const at = collection('api::business.business', business);
    const moderated = `/moderation/documents/api::business.business/${business.documentId}`;
    expect(await heardOf(() => panel('POST', `${moderated}/suspend`, { reason: 'Umzug' }))).toEqual(removed);
    expect(await heardOf(() => panel('POST', `${moderated}/reinstate`, {}))).toEqual(
      removed.map((line) => line.replace('removed', 'published')),
    );
    expect(await heardOf(() => manager('DELETE', at))).toEqual(removed);
  });

  it('the city profile, for everything that depends on it', async () => {
    const profile = await createCityProfile();
    const heard = await heardOf(() =>
      manager('PUT', 'single-types/api::city-profile.city-profile', { hashtag: '#wir' }),
    );
    expect(heard).toEqual([`published city-profile ${profile.documentId} de`]);
  });
});

describe('a file is announced through the documents that show it', () => {
  interface File {
    id: number;
  }

  const picture = async (red: number): Promise<Blob> => {
    const bytes = await sharp({
      create: { width: 40, height: 20, channels: 3, background: { r: red, g: 3, b: 3 } },
    })
      .png()
      .toBuffer();
    return new Blob([new Uint8Array(bytes)], { type: 'image/png' });
  };

  async function uploaded(info: object = {}): Promise<File> {
    const form = new FormData();
    form.append('files', await picture(30), 'laden.png');
    form.append('fileInfo', JSON.stringify(info));
    const { body, status, text } = await request<File[]>('/upload', { body: form, token: admin.token });
    if (status >= 300 || !body[0]) throw new Error(`${status} ${text}`);
    return body[0];
  }

  async function withPicture(file: File): Promise<Stored> {
    const photos = [{ image: file.id, alternativeText: 'Der Laden', credit: 'Erika Muster' }];
    return createBusiness({ photos });
  }

  const send = async (path: string, method: string, body?: unknown): Promise<void> => {
    const { status, text } = await request(path, { method, body, token: admin.token });
    if (status >= 300) throw new Error(`${status} ${text}`);
  };

  const replacing = async (): Promise<FormData> => {
    const form = new FormData();
    form.append('files', await picture(200), 'neu.png');
    form.append('fileInfo', '{}');
    return form;
  };

  const describing = (): FormData => {
    const form = new FormData();
    form.append('fileInfo', JSON.stringify({ alternativeText: 'Schaufenster', caption: 'Abends' }));
    return form;
  };

  test.each<[string, (file: File) => Promise<void>]>([
    ['replaced', async ({ id }) => send(`/upload?id=${id}`, 'POST', await replacing())],
    ['given another description', ({ id }) => send(`/upload?id=${id}`, 'POST', describing())],
    [
      'given another description together with others',
      ({ id }) =>
        send('/upload/actions/bulk-update', 'POST', {
          updates: [{ id, fileInfo: { alternativeText: 'Neu' } }],
        }),
    ],
    ['removed', ({ id }) => send(`/upload/files/${id}`, 'DELETE')],
    ['removed with others', ({ id }) => send('/upload/actions/bulk-delete', 'POST', { fileIds: [id] })],
  ])('when it is %s', async (_name, change) => {
    const file = await uploaded();
    const business = await withPicture(file);
    const offer = await createOffer(business);
    expect(await heardOf(() => change(file))).toEqual([
      `published business ${business.documentId} de`,
      `published offer ${offer.documentId} de`,
    ]);
  });

  it('when its folder is removed', async () => {
    const folder = await request<{ data: { id: number } }>('/upload/folders', {
      body: { name: 'Bilder', parent: null },
      token: admin.token,
    });
    const folderIds = [folder.body.data.id];
    const business = await withPicture(await uploaded({ folder: folderIds[0] }));
    expect(await heardOf(() => send('/upload/actions/bulk-delete', 'POST', { folderIds }))).toEqual([
      `published business ${business.documentId} de`,
    ]);
  });

  it('that an attachment of a press notice is', async () => {
    const file = await uploaded();
    const notice = await createDocument('api::press-notice.press-notice', {
      title: 'Meldung',
      attachments: [file.id],
      publishedOn: '2026-11-20',
      author: 'Presseamt',
      body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Text' }] }],
      teaser: 'Kurz',
    });
    expect(await heardOf(() => send(`/upload/files/${file.id}`, 'DELETE'))).toEqual([
      `published press-notice ${notice.documentId} de`,
    ]);
  });

  it('and not at all when only a draft shows it', async () => {
    const file = await uploaded();
    await createBusiness(
      { photos: [{ image: file.id, alternativeText: 'Laden', credit: 'x' }] },
      { published: false },
    );
    expect(await heardOf(() => send(`/upload?id=${file.id}`, 'POST', describing()))).toEqual([]);
    expect(startedApp().strapi.db.inTransaction()).toBe(false);
  });
});
