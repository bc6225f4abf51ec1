/**
 * @jest-environment-options {"env": {"FEED_ALLOW_NETWORKS": "127.0.0.0/8", "FEED_ALLOW_HTTP": "true"}}
 */
import {
  createAdmin,
  createBusiness,
  createCityProfile,
  createPortal,
  onFeedLog,
  portals,
  startedApp,
  waitForMail,
} from '#tests/support/index';
import { deliveries } from '#tests/support/deliveries';
import { eventually } from '#tests/support/eventually';
import { answers, startReceiver, type WebhookReceiver } from '#tests/support/webhook-receiver';

const listed = { syndicationConsent: true };
let receiver: WebhookReceiver;
let portalId: string;

beforeAll(() => createCityProfile());

beforeEach(async () => {
  receiver = await startReceiver();
  const { portal } = await createPortal({}, receiver.url);
  portalId = portal.documentId;
});

afterEach(async () => {
  await portals().remove(portalId);
  await receiver.close();
});

const disabled = () =>
  eventually('it is disabled', async () => {
    const portal = await portals().findOne(portalId);
    return portal?.state === 'disabled' && portal;
  });

it('410 switches a portal off immediately and informs its contact and the editors; its deliveries wait', async () => {
  const editor = await createAdmin({ language: 'en' });
  receiver.behave(answers(410));
  await createBusiness(listed);
  expect(await disabled()).toMatchObject({ stateReason: 'gone' });
  const [contact] = [(await portals().findOne(portalId))!.contactEmail];
  expect((await waitForMail(contact)).text).toContain('410 Gone');
  expect((await waitForMail(editor.email)).text).toContain('resume the deliveries');
  const requests = receiver.received.length;
  const { documentId } = await createBusiness(listed);
  await eventually('it waits', async () => {
    const { items } = await deliveries().list({ portal: portalId, state: 'waiting', page: 1, pageSize: 10 });
    return items.some((item) => item.documentId === documentId);
  });
  expect(receiver.received).toHaveLength(requests);
  receiver.behave(answers(204));
  await portals().resume(portalId);
  await eventually('both arrive', () => receiver.received.length === requests + 2);
});

it('120 h of nothing but failures switches a portal off', async () => {
  receiver.behave(answers(500));
  await createBusiness(listed);
  await eventually(
    'it fails',
    async () => (await deliveries().health([portalId], new Date())).get(portalId)?.failingSince,
  );
  await onFeedLog(
    `update stadtverbund.feed_health set failing_since = now() - interval '119 hours' where portal_id = :portalId`,
    { portalId },
  );
  await createBusiness(listed);
  await eventually('it fails again', () => receiver.received.length >= 2);
  expect((await portals().findOne(portalId))?.state).toBe('active');
  await onFeedLog(
    `update stadtverbund.feed_health set failing_since = now() - interval '120 hours' where portal_id = :portalId`,
    { portalId },
  );
  await createBusiness(listed);
  expect(await disabled()).toMatchObject({ stateReason: 'failing' });
});

it('what was given up while everything failed is sent after the first success', async () => {
  receiver.behave(answers(500));
  const { documentId } = await createBusiness(listed);
  await eventually('it fails', () => receiver.received.length === 1);
  await eventually('it is written down', async () => {
    const rows = await onFeedLog(
      `update stadtverbund.feed_delivery set state = 'failed', next_attempt_at = null
       where portal_id = :portalId and state = 'retrying' returning id`,
      { portalId },
    );
    return rows.length === 1;
  });
  await onFeedLog(
    `update stadtverbund.feed_health set failing_since = now() - interval '1 hour' where portal_id = :portalId`,
    { portalId },
  );
  receiver.behave(answers(204));
  await createBusiness(listed);
  await eventually(
    'the given up one too',
    () => receiver.received.filter(({ body }) => body.data.id === documentId).length === 2,
  );
});

it('deliveries and attempts are deleted after 30 days, and waiting ones stay', async () => {
  await createBusiness(listed);
  await createBusiness(listed);
  await eventually('both are delivered', async () => {
    const { total } = await deliveries().list({ portal: portalId, state: 'delivered', page: 1, pageSize: 1 });
    return total === 2;
  });
  const { items } = await deliveries().list({ portal: portalId, page: 1, pageSize: 2 });
  await onFeedLog(
    `update stadtverbund.feed_delivery set created_at = now() - interval '31 days',
       last_attempt_at = now() - interval '31 days' where id = :id`,
    { id: items[0]!.id },
  );
  const { boss } = startedApp() as unknown as { boss?: unknown };
  expect(boss).toBeUndefined();
  await onFeedLog(
    `insert into pgboss.job (name, data, retry_limit, policy) values ('portal-feed-prune', '{}', 0, 'standard')`,
  );
  await eventually('the old one is gone', async () => (await deliveries().findOne(items[0]!.id)) === null);
  expect(await deliveries().findOne(items[1]!.id)).toMatchObject({ state: 'delivered' });
});
