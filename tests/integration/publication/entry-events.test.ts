import { createBusiness, createCityProfile, startedApp } from '../../support';
import { statementsDuring } from '../../support/statements';
import { eventually } from '../../support/eventually';
import { startReceiver } from '../../support/webhook-receiver';

const BUSINESS = 'api::business.business';

// Strapi's query of the entry for an event: the row by its id with everything that belongs to it, including authors.
const READS_ENTRY = /"t0"\."created_by_id".* from "businesses" as "t0" where \("t0"\."id" = \$1\) limit/;

interface Webhook {
  id: string;
  name: string;
  url: string;
  headers: Record<string, string>;
  events: string[];
  isEnabled: boolean;
}

let documentId: string;

beforeAll(async () => {
  await createCityProfile();
  ({ documentId } = await createBusiness({ name: 'Alt' }));
});

const change = async (name: string): Promise<void> => {
  const documents = startedApp().strapi.documents(BUSINESS);
  await documents.update({ documentId, locale: 'de', data: { name } });
  await documents.publish({ documentId, locale: 'de' });
  // Nothing waits for the work after the commit.
  await new Promise((resolve) => setTimeout(resolve, 300));
};

it('an entry is not read for an event without listeners', async () => {
  const statements = await statementsDuring(() => change('Ungehört'));
  expect(statements.filter((sql) => READS_ENTRY.test(sql))).toEqual([]);
});

it('a webhook of Strapi gets the whole entry', async () => {
  const receiver = await startReceiver();
  const runner = startedApp().strapi.get<{ add(webhook: Webhook): void; remove(webhook: Webhook): void }>(
    'webhookRunner',
  );
  const webhook = {
    id: '1',
    name: 'Test',
    url: receiver.url,
    headers: {},
    events: ['entry.publish'],
    isEnabled: true,
  };
  runner.add(webhook);
  try {
    const heard = await statementsDuring(() => change('Gehört'));
    expect(heard.filter((sql) => READS_ENTRY.test(sql))).toHaveLength(1);
    await eventually('the webhook', () => receiver.received.length === 1);
    expect(receiver.received[0]?.body).toMatchObject({
      event: 'entry.publish',
      entry: { documentId, name: 'Gehört', address: { postcode: '44137' }, categories: [{}] },
    });
    runner.remove(webhook);
    const statements = await statementsDuring(() => change('Wieder ungehört'));
    expect(statements.filter((sql) => READS_ENTRY.test(sql))).toEqual([]);
  } finally {
    runner.remove(webhook);
    await receiver.close();
  }
});

it('a listener that fails after the commit affects neither the write nor the process', async () => {
  const { strapi } = startedApp();
  let failed = 0;
  const stop = strapi.eventHub.on('entry.publish', () => {
    failed += 1;
    return Promise.reject(new Error('PostgreSQL is gone.'));
  });
  try {
    await change('Trotzdem');
    expect(failed).toBe(1);
    const row = await strapi.documents(BUSINESS).findOne({ documentId, locale: 'de', status: 'published' });
    expect(row).toMatchObject({ name: 'Trotzdem' });
  } finally {
    stop();
  }
});
