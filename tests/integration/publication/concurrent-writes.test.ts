import { setTimeout as pause } from 'node:timers/promises';
import { inTransaction } from '#src/platform/sql/sql';
import { createBusiness, createCityProfile, createOffer, onFeedLog, startedApp } from '../../support';

const BUSINESS = 'api::business.business';
const OFFER = 'api::offer.offer';

// Long enough for the second write to reach the point where it waits; if it did not wait, it would be done by then.
const UNTIL_IT_WAITS_MS = 500;

beforeAll(() => createCityProfile());

const documents = (uid: string) => startedApp().strapi.documents(uid as typeof BUSINESS);

/** Runs the second write after the first has written but not yet committed. @returns how both ended */
async function meet(
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
): Promise<PromiseSettledResult<unknown>[]> {
  let written = (): void => undefined;
  let commit = (): void => undefined;
  const hasWritten = new Promise<void>((resolve) => (written = resolve));
  const mayCommit = new Promise<void>((resolve) => (commit = resolve));
  const one = inTransaction(startedApp().strapi, async () => {
    await first();
    written();
    await mayCommit;
  });
  await hasWritten;
  const other = second();
  await Promise.race([pause(UNTIL_IT_WAITS_MS), other.catch(() => undefined)]);
  commit();
  return Promise.allSettled([one, other]);
}

interface Told {
  published: boolean;
  feed: string | null;
  directory: boolean;
}

/** Whether a document has published rows, what its last event in the feed says, and whether the directory has it. */
async function told(uid: string, documentId: string): Promise<Told> {
  const [row] = await onFeedLog<Told>(
    `select exists (select from public."${startedApp().strapi.db.metadata.get(uid).tableName}"
         where document_id = :documentId and published_at is not null) as published,
       (select split_part(type, '.', 2) from stadtverbund.feed_event
         where document_id = :documentId order by seq desc limit 1) as feed,
       exists (select from stadtverbund.listing where document_id = :documentId) as directory`,
    { documentId },
  );
  if (!row) throw new Error('No answer.');
  return row;
}

describe('two writes of one document', () => {
  it('leave nothing public if it is deleted while it is published for the first time', async () => {
    const { documentId } = await createBusiness({ syndicationConsent: true }, { published: false });
    const [published, deleted] = await meet(
      () => documents(BUSINESS).publish({ documentId, locale: '*' }),
      () => documents(BUSINESS).delete({ documentId, locale: '*' }),
    );
    expect([published?.status, deleted?.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(await told(BUSINESS, documentId)).toEqual({ published: false, feed: 'removed', directory: false });
  });

  it('leave nothing public if it is unpublished while it is published again', async () => {
    const { documentId } = await createBusiness({ syndicationConsent: true });
    await documents(BUSINESS).update({ documentId, locale: 'de', data: { name: 'Neu' } });
    await meet(
      () => documents(BUSINESS).publish({ documentId, locale: '*' }),
      () => documents(BUSINESS).unpublish({ documentId, locale: '*' }),
    );
    expect(await told(BUSINESS, documentId)).toEqual({ published: false, feed: 'removed', directory: false });
  });
});

describe('writes of an offer and of its business', () => {
  const offered = async (): Promise<{ business: string; offer: string }> => {
    const business = await createBusiness({ syndicationConsent: true });
    const offer = await createOffer(business, {}, { published: false });
    return { business: business.documentId, offer: offer.documentId };
  };

  it('report that the offer is gone if its business is unpublished while it is published', async () => {
    const { business, offer } = await offered();
    await meet(
      () => documents(OFFER).publish({ documentId: offer, locale: '*' }),
      () => documents(BUSINESS).unpublish({ documentId: business, locale: '*' }),
    );
    expect(await told(BUSINESS, business)).toMatchObject({ feed: 'removed', directory: false });
    expect(await told(OFFER, offer)).toMatchObject({ feed: 'removed', directory: false });
  });

  it('keep the offer with its business if both are published', async () => {
    const { business, offer } = await offered();
    await documents(BUSINESS).update({ documentId: business, locale: 'de', data: { name: 'Neu' } });
    await meet(
      () => documents(OFFER).publish({ documentId: offer, locale: '*' }),
      () => documents(BUSINESS).publish({ documentId: business, locale: '*' }),
    );
    expect(await told(OFFER, offer)).toEqual({ published: true, feed: 'published', directory: true });
    const shown = await documents(OFFER).findOne({
      documentId: offer,
      locale: 'de',
      status: 'published',
      populate: ['business'] as never,
    });
    expect(shown).toMatchObject({ business: { documentId: business } });
  });

  it('wait in one order if both are published at the same moment, again and again', async () => {
    const { business, offer } = await offered();
    const publish = async (uid: string, documentId: string, data: object): Promise<void> => {
      await documents(uid).update({ documentId, locale: 'de', data });
      await documents(uid).publish({ documentId, locale: 'de' });
    };
    for (let round = 0; round < 15; round += 1)
      await Promise.all([
        publish(OFFER, offer, { title: `Angebot ${round}` }),
        publish(BUSINESS, business, { name: `Laden ${round}` }),
      ]);
    expect(await told(OFFER, offer)).toEqual({ published: true, feed: 'published', directory: true });
  });
});
