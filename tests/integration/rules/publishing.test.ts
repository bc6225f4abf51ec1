import { isPublicAt, publicFilters, publicFactsPopulate } from '#src/domain/public-rule';
import { ourListingTypes } from '../../support/listing-types';
import {
  createBusiness,
  createCategory,
  createCityProfile,
  createOffer,
  request,
  type Stored,
} from '../../support';
import { BUSINESS, CAMPAIGN, NOTICE, OFFER, documents, editor, panel, service, type Data } from './paths';

beforeAll(() => createCityProfile());

const types = ourListingTypes();
const ruleOf = (uid: string) => types.public.get(uid)?.rule;

const location = { latitude: 51.5, longitude: 7.5 };

const published = (uid: string, documentId: unknown, populate: unknown = []) =>
  documents(uid).findOne({ documentId, status: 'published', populate });

describe('completeness', () => {
  test('is not required of a draft', async () => {
    expect((await service(() => documents(BUSINESS).create({ data: {} }))).ok).toBe(true);
  });

  const INCOMPLETE: [string, string, Data, string[]][] = [
    ['a business without anything', BUSINESS, {}, ['address', 'categories', 'name']],
    ['an offer without a business', OFFER, { title: 'x', kind: 'pickup' }, ['business']],
    [
      'a campaign without a story',
      CAMPAIGN,
      { title: 'x', kind: 'support', startsAt: '2026-01-01T00:00:00Z' },
      ['business', 'story'],
    ],
    ['a notice without a date', NOTICE, { title: 'x', teaser: 'y' }, ['publishedOn']],
  ];

  test.each(INCOMPLETE)('is required when %s is published by code', async (_case, uid, data, paths) => {
    const { documentId } = await documents(uid).create({ data });
    const outcome = await service(() => documents(uid).publish({ documentId }));
    expect(outcome.status).toBe(400);
    expect(outcome.errors.map(({ path }) => path.join('.')).sort()).toEqual(paths);
    expect(await published(uid, documentId)).toBeNull();
  });

  test.each(INCOMPLETE)('is required when %s is published in the panel', async (_case, uid, data, paths) => {
    const { documentId } = await documents(uid).create({ data });
    const path = `collection-types/${uid}/${String(documentId)}/actions/publish?locale=de`;
    const outcome = await panel(path, { body: {} });
    expect(outcome.status).toBe(400);
    expect(outcome.errors.map((error) => error.path.join('.')).sort()).toEqual(paths);
    expect(await published(uid, documentId)).toBeNull();
  });

  test('is required of a create that publishes immediately, which otherwise leaves nothing behind', async () => {
    const name = 'Gleich öffentlich';
    const outcome = await service(() => documents(BUSINESS).create({ status: 'published', data: { name } }));
    expect(outcome.errors.map(({ path }) => path.join('.')).sort()).toEqual(['address', 'categories']);
    expect(await documents(BUSINESS).findMany({ filters: { name } })).toEqual([]);
  });

  test('needs only a name, a category and a point, as for an imported listing', async () => {
    const categories = [(await createCategory()).documentId];
    const data = { name: 'Honigautomat', categories, location };
    const { documentId } = await documents(BUSINESS).create({ data });
    expect((await service(() => documents(BUSINESS).publish({ documentId }))).ok).toBe(true);
  });

  test('is decided for a bulk action as a whole: one incomplete business holds all back', async () => {
    const categories = [(await createCategory()).documentId];
    const drafts = await Promise.all(
      [{ name: 'Eins', categories, location }, { name: 'Zwei' }, { name: 'Drei', categories, location }].map(
        (data) => documents(BUSINESS).create({ data }),
      ),
    );
    const documentIds = drafts.map(({ documentId }) => documentId);
    const outcome = await panel(`collection-types/${BUSINESS}/actions/bulkPublish?locale=de`, {
      body: { documentIds },
    });
    expect(outcome.status).toBe(400);
    for (const documentId of documentIds) expect(await published(BUSINESS, documentId)).toBeNull();
  });
});

describe('what was written below the document service', () => {
  test('is checked as a whole when it is published', async () => {
    const { documentId } = await createBusiness({ name: 'Später verdorben' }, { published: false });
    const { startedApp } = await import('../../support');
    const query = startedApp().strapi.db.query(BUSINESS);
    await query.update({ where: { documentId }, data: { summary: '<b>x</b>' } });
    const outcome = await service(() => documents(BUSINESS).publish({ documentId }));
    expect(outcome.errors).toMatchObject([{ path: ['summary'] }]);
  });
});

describe('for the public', () => {
  const NOW = new Date();
  const day = (offset: number) => new Date(NOW.getTime() + offset * 86_400_000).toISOString().slice(0, 10);

  const isListed = async (uid: string, documentId: string): Promise<boolean> => {
    const filters = { $and: [{ documentId }, publicFilters(ruleOf(uid), NOW)] };
    const rows = await documents(uid).findMany({ status: 'published', filters });
    return rows.length === 1;
  };

  const isPublic = async (uid: string, documentId: string): Promise<boolean> => {
    const row = await published(uid, documentId, publicFactsPopulate(ruleOf(uid)));
    return row !== null && isPublicAt(ruleOf(uid), row, NOW);
  };

  // Moderation does not let code suspend or reinstate.
  const byEditor = async (
    action: 'publish' | 'suspend' | 'reinstate',
    { documentId }: Stored,
  ): Promise<void> => {
    if (action === 'publish') {
      const path = `collection-types/${BUSINESS}/${documentId}/actions/publish?locale=de`;
      expect(await panel(path, { body: {} })).toMatchObject({ status: 200 });
      return;
    }
    const path = `/moderation/documents/${BUSINESS}/${documentId}/${action}`;
    const { token } = await editor();
    expect((await request(path, { token, body: { reason: 'Umzug' } })).status).toBe(200);
  };

  const expectPublic = async (uid: string, documentId: string, expected: boolean): Promise<void> => {
    expect(await isPublic(uid, documentId)).toBe(expected);
    expect(await isListed(uid, documentId)).toBe(expected);
  };

  test.each([
    ['before its last day', { validThrough: day(2) }, true],
    ['after its last day', { validThrough: day(-2) }, false],
    ['without a last day', {}, true],
  ])('there is an offer %s: %#', async (_case, data, expected) => {
    const { documentId } = await createOffer(await createBusiness(), data);
    await expectPublic(OFFER, documentId, expected);
  });

  test('there is no offer of a business that is not public; reinstating the business restores it', async () => {
    const business = await createBusiness();
    const { documentId } = await createOffer(business);
    await expectPublic(OFFER, documentId, true);
    await byEditor('suspend', business);
    await expectPublic(OFFER, documentId, false);
    await byEditor('reinstate', business);
    await expectPublic(OFFER, documentId, true);
  });

  test('an offer published before its business appears with the business', async () => {
    const business = await createBusiness({}, { published: false });
    const { documentId } = await createOffer(business);
    await expectPublic(OFFER, documentId, false);
    await byEditor('publish', business);
    await expectPublic(OFFER, documentId, true);
  });

  test('a pending change of an offer stays hidden when its business returns', async () => {
    const [business, other] = [await createBusiness(), await createBusiness()];
    const { documentId } = await createOffer(business);
    await byEditor('suspend', business);
    await documents(OFFER).update({ documentId, data: { business: other.documentId } });
    await byEditor('publish', other);
    await expectPublic(OFFER, documentId, false);
    await byEditor('reinstate', business);
    expect(await published(OFFER, documentId, ['business'])).toMatchObject({
      business: { documentId: business.documentId },
    });
  });
});
