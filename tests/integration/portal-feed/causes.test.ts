import sharp from 'sharp';
import { announceTimedChanges } from '#src/publication/timed/timed-changes';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createDocument,
  createOffer,
  edit,
  feedEvents,
  lastSequence,
  request,
  startedApp,
  type AdminAccount,
  type Stored,
} from '../../support';

const BUSINESS = 'api::business.business';
const DAY_MS = 86_400_000;

let admin: AdminAccount;

const documents = (uid: string = BUSINESS) => startedApp().strapi.documents(uid as typeof BUSINESS);

const consenting = (attributes: Record<string, unknown> = {}, published = true): Promise<Stored> =>
  createBusiness({ syndicationConsent: true, ...attributes }, { published });

/** What a piece of work adds to the log: `business.published ID`, sorted. */
async function appended(work: () => Promise<unknown>): Promise<string[]> {
  const before = await lastSequence();
  await work();
  return (await feedEvents({ after: before })).map(({ type, documentId }) => `${type} ${documentId}`).sort();
}

async function panel(method: string, path: string, body?: unknown): Promise<void> {
  const { status, text } = await request(path, { method, body, token: admin.token });
  if (status >= 300) throw new Error(`${status} ${text}`);
}

const manager = (method: string, path: string, body?: unknown): Promise<void> =>
  panel(method, `/content-manager/collection-types/${BUSINESS}${path}`, body);

const sql = (text: string, values: Record<string, string | Date>) =>
  startedApp().strapi.db.connection.raw(text, values);

async function bilingual(): Promise<Stored> {
  const { documentId: category } = await createCategory();
  await documents('api::category.category').update({
    documentId: category,
    locale: 'en',
    data: { name: 'Category' },
  });
  const business = await consenting({ categories: [category] }, false);
  await documents().update({ documentId: business.documentId, locale: 'en', data: { summary: 'English' } });
  await documents().publish({ documentId: business.documentId, locale: '*' });
  return business;
}

beforeAll(async () => {
  await createCityProfile();
  admin = await createAdmin();
});

describe('the content manager', () => {
  it('saves and publishes: one event', async () => {
    const { documentId } = await consenting();
    const publish = () => manager('POST', `/${documentId}/actions/publish`, { summary: 'Neu' });
    expect(await appended(publish)).toEqual([`business.published ${documentId}`]);
  });

  it.each([
    ['bulkPublish', false, 'published'],
    ['bulkDelete', true, 'removed'],
  ])('%s of three: one event each', async (action, published, outcome) => {
    const three = await Promise.all([0, 1, 2].map(() => consenting({}, published)));
    const documentIds = three.map(({ documentId }) => documentId);
    const body = { documentIds, ...(action === 'bulkDelete' ? {} : { locale: ['de'] }) };
    expect(await appended(() => manager('POST', `/actions/${action}`, body))).toEqual(
      documentIds.map((id) => `business.${outcome} ${id}`).sort(),
    );
  });

  it('taken down, three: one event each', async () => {
    const three = await Promise.all([0, 1, 2].map(() => consenting()));
    const documentIds = three.map(({ documentId }) => documentId);
    const body = { documentIds, reason: 'Der Markt ist zu Ende.' };
    const path = '/moderation/chosen/api::business.business/take-down';
    expect(await appended(() => panel('POST', path, body))).toEqual(
      documentIds.map((id) => `business.removed ${id}`).sort(),
    );
  });

  it('leaves no event when one of three is refused', async () => {
    const whole = await consenting({}, false);
    const incomplete = await documents().create({ locale: 'de', data: { name: 'Unvollständig' } as never });
    const body = { documentIds: [whole.documentId, incomplete.documentId], locale: ['de'] };
    const events = await appended(() => manager('POST', '/actions/bulkPublish', body).catch(() => undefined));
    expect(events).toEqual([]);
  });

  it('removes one language: the listing without it', async () => {
    const { documentId } = await bilingual();
    const events = await appended(() => manager('DELETE', `/${documentId}?locale=en`));
    expect(events).toEqual([`business.published ${documentId}`]);
    expect((await feedEvents({ documentId })).at(-1)?.data?.locales).toEqual(['de']);
  });

  it('deletes a language in the settings: every listing that had it, without it', async () => {
    const { documentId } = await bilingual();
    const { body } = await request<{ id: number; code: string }[]>('/i18n/locales', { token: admin.token });
    const en = body.find(({ code }) => code === 'en');
    const events = await appended(() => panel('DELETE', `/i18n/locales/${en?.id}`));
    await panel('POST', '/i18n/locales', { name: 'English', code: 'en', isDefault: false });
    expect(events).toContain(`business.published ${documentId}`);
    expect((await feedEvents({ documentId })).at(-1)?.data?.locales).toEqual(['de']);
  });
});

describe('what a listing shows', () => {
  it('a renamed district', async () => {
    const district = await createDocument('api::district.district', { name: 'Hafen' }, { published: false });
    const { documentId } = await consenting({ district: district.documentId });
    const rename = () =>
      documents('api::district.district').update({
        documentId: district.documentId,
        locale: 'de',
        data: { name: 'Hafenviertel' },
      });
    expect(await appended(rename)).toEqual([`business.published ${documentId}`]);
  });

  it('a renamed organisation', async () => {
    const uid = 'api::organisation.organisation';
    const organisation = await createDocument(uid, { name: 'Kammer', kind: 'chamber' });
    const contact = await createDocument('api::advisory-contact.advisory-contact', {
      organisation: organisation.documentId,
      kind: 'hotline',
      title: 'Beratung',
      phones: [{ number: '+49 231 123456' }],
    });
    const rename = async (): Promise<void> => {
      const { documentId } = organisation;
      await documents(uid).update({ documentId, locale: 'de', data: { name: 'Handelskammer' } });
      await documents(uid).publish({ documentId, locale: 'de' });
    };
    expect(await appended(rename)).toEqual([`advisory-contact.published ${contact.documentId}`]);
  });

  it('a picture that is replaced, at the same address', async () => {
    const form = async (red: number): Promise<FormData> => {
      const image = sharp({
        create: { width: 20, height: 20, channels: 3, background: { r: red, g: 0, b: 0 } },
      });
      const files = new FormData();
      files.append(
        'files',
        new Blob([new Uint8Array(await image.png().toBuffer())], { type: 'image/png' }),
        'a.png',
      );
      files.append('fileInfo', '{}');
      return files;
    };
    const { body } = await request<{ id: number }[]>('/upload', { body: await form(10), token: admin.token });
    const id = body[0]?.id;
    const photos = [{ image: id, alternativeText: 'Der Laden', credit: 'Erika Muster' }];
    const { documentId } = await consenting({ photos });
    const replace = async () => panel('POST', `/upload?id=${id}`, await form(200));
    expect(await appended(replace)).toEqual([`business.published ${documentId}`]);
  });

  it('fields of a contributor that need no approval', async () => {
    const { documentId } = await consenting();
    const hours = [{ service: 'on-site', rule: 'Mo-Fr 10:00-12:00' }];
    expect(await appended(() => edit(BUSINESS, documentId, { hours }))).toEqual([
      `business.published ${documentId}`,
    ]);
    expect(await appended(() => edit(BUSINESS, documentId, { summary: 'Wartet auf Freigabe' }))).toEqual([]);
  });
});

describe('time', () => {
  const timePasses = () => announceTimedChanges(startedApp().strapi, new Date());
  const lookedAt = (at: Date) => sql('update stadtverbund.timed_changes set announced_until = :at', { at });

  it('removes an offer after its last day', async () => {
    const offer = await createOffer(await consenting(), { validThrough: '2099-01-01' });
    await sql('update offers set valid_through = :day where document_id = :id', {
      day: new Date(Date.now() - DAY_MS).toISOString().slice(0, 10),
      id: offer.documentId,
    });
    await lookedAt(new Date(Date.now() - 2 * DAY_MS));
    expect(await appended(timePasses)).toEqual([`offer.removed ${offer.documentId}`]);
  });

  it('says of a campaign that it has ended', async () => {
    const business = await consenting();
    const campaign = await createDocument('api::campaign.campaign', {
      business: business.documentId,
      kind: 'support',
      title: 'Hilfe',
      story: 'Wir brauchen Hilfe.',
      startsAt: '2026-01-01T00:00:00.000Z',
      endsAt: '2099-01-01T00:00:00.000Z',
    });
    await sql('update campaigns set ends_at = :at where document_id = :id', {
      at: new Date(Date.now() - 3_600_000),
      id: campaign.documentId,
    });
    await lookedAt(new Date(Date.now() - 2 * 3_600_000));
    expect(await appended(timePasses)).toEqual([`campaign.published ${campaign.documentId}`]);
    const last = (await feedEvents({ documentId: campaign.documentId })).at(-1);
    expect(last?.data?.listing.actionStatus).toBe('https://schema.org/CompletedActionStatus');
  });
});

it('nothing private, no draft and no e-mail address is anywhere in the log', async () => {
  const secret = 'geheim-4711';
  const { documentId } = await consenting({
    source: { system: 'osm', externalId: secret },
    contact: { phone: '+49 231 123456', email: 'inhaberin@betrieb.example' },
  });
  await documents().update({ documentId, locale: 'de', data: { description: 'Noch nicht freigegeben' } });
  await createOffer(await consenting(), { title: 'Nur ein Entwurf' }, { published: false });
  const log = JSON.stringify(await feedEvents());
  expect(log).not.toMatch(/geheim-4711|Noch nicht freigegeben|Nur ein Entwurf|@betrieb\.example/);
  expect(log).not.toMatch(
    /"(createdBy|updatedBy|localizations|externalId|provider_metadata|syndicationConsent)"/,
  );
});
