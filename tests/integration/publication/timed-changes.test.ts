import { announceTimedChanges } from '#src/publication/timed/timed-changes';
import {
  createBusiness,
  createCityProfile,
  createDocument,
  createOffer,
  inWords,
  listenToAnnouncements,
  startedApp,
  type Announcements,
  type Stored,
} from '../../support';

const DAY_MS = 24 * 60 * 60 * 1000;

let announcements: Announcements;
let business: Stored;

const sql = (text: string, values: Record<string, string | Date>) =>
  startedApp().strapi.db.connection.raw(text, values);

/** Pretends that the last check was this long ago. */
const lastLooked = (at: Date) => sql('update stadtverbund.timed_changes set announced_until = :at', { at });

const ago = (ms: number): Date => new Date(Date.now() - ms);

/** What is announced for changes with time, limited to the documents of this test. */
async function heardOf(...documents: Stored[]): Promise<string[]> {
  const heard = await announcements.during(() => announceTimedChanges(startedApp().strapi, new Date()));
  const ids = new Set(documents.map(({ documentId }) => documentId));
  return inWords(heard.flat().filter(({ documentId }) => ids.has(documentId)));
}

const campaign = (attributes: Record<string, unknown>): Promise<Stored> =>
  createDocument('api::campaign.campaign', {
    business: business.documentId,
    kind: 'support',
    title: 'Hilfe',
    story: 'Wir brauchen Hilfe.',
    ...attributes,
  });

beforeAll(async () => {
  await createCityProfile();
  business = await createBusiness();
  announcements = listenToAnnouncements();
});

afterAll(() => announcements.stop());

it('an offer whose last day has passed is removed, once', async () => {
  const offer = await createOffer(business, { validThrough: '2099-01-01' });
  const lasting = await createOffer(business, { validThrough: '2099-01-01' });
  // Directly in the database, as if the day had come.
  await sql('update offers set valid_through = :day where document_id = :id', {
    day: ago(DAY_MS).toISOString().slice(0, 10),
    id: offer.documentId,
  });
  await lastLooked(ago(2 * DAY_MS));
  expect(await heardOf(offer, lasting)).toEqual([`removed offer ${offer.documentId} de`]);
  await lastLooked(ago(0));
  expect(await heardOf(offer, lasting)).toEqual([]);
});

it('a campaign is announced when it begins and when it ends', async () => {
  const [hour, twoHours] = [ago(60 * 60_000), ago(2 * 60 * 60_000)];
  const begun = await campaign({ startsAt: hour.toISOString() });
  const ended = await campaign({ startsAt: '2026-01-01T00:00:00.000Z', endsAt: hour.toISOString() });
  const coming = await campaign({ startsAt: '2099-01-01T00:00:00.000Z' });
  await lastLooked(twoHours);
  expect(await heardOf(begun, ended, coming)).toEqual(
    [`published campaign ${begun.documentId} de`, `published campaign ${ended.documentId} de`].sort(),
  );
});

it('runs in the background, once a minute', async () => {
  const { rows } = await startedApp().strapi.db.connection.raw<{ rows: { cron: string }[] }>(
    `select cron from pgboss.schedule where name = 'timed-changes'`,
  );
  expect(rows).toEqual([{ cron: '* * * * *' }]);
});

it('resumes where it was when a listener failed', async () => {
  const looked = ago(60 * 60_000);
  const begun = await campaign({ startsAt: ago(30 * 60_000).toISOString() });
  await lastLooked(looked);
  await announcements.failing(async () => {
    await expect(announceTimedChanges(startedApp().strapi, new Date())).rejects.toThrow('read model');
  });
  expect(await heardOf(begun)).toEqual([`published campaign ${begun.documentId} de`]);
});
