import { notificationsOf } from '#src/platform/sql/notifications';
import { startedApp } from '../../support';
import { eventually } from '../../support/eventually';
import { onDatabase } from '../../support/test-cluster';

const LISTENERS = `pid from pg_stat_activity
  where datname = current_database() and application_name = 'stadtverbund notifications'`;

const notify = (channel: string, payload: string) =>
  onDatabase(startedApp().databaseUrl, `select pg_notify('${channel}', '${payload}')`);

const heardOn = (channel: string) => {
  const payloads: string[] = [];
  const stop = notificationsOf(startedApp().strapi).on(channel, (payload) => payloads.push(payload));
  return { payloads, stop };
};

it('all channels of a process share one connection', async () => {
  const [one, other] = [heardOn('one_channel'), heardOn('other "channel"')];
  await eventually('both channels are heard', async () => {
    await notify('one_channel', 'a');
    await notify('other "channel"', 'b');
    return one.payloads.includes('a') && other.payloads.includes('b');
  });
  expect(one.payloads).not.toContain('b');
  expect(await onDatabase(startedApp().databaseUrl, `select ${LISTENERS}`)).toHaveLength(1);
  one.stop();
  const before = one.payloads.length;
  await notify('one_channel', 'c');
  await notify('other "channel"', 'd');
  await eventually('the later one', () => other.payloads.includes('d'));
  expect(one.payloads).toHaveLength(before);
  other.stop();
});

it('a broken connection is reopened, and listeners know that they may have missed something', async () => {
  const { payloads, stop } = heardOn('broken_channel');
  const notifications = notificationsOf(startedApp().strapi);
  await eventually('the connection', () => notifications.isConnected);
  await eventually('the channel', async () => {
    await notify('broken_channel', 'first');
    return payloads.includes('first');
  });
  await onDatabase(
    startedApp().databaseUrl,
    `select pg_terminate_backend(pid) from (select ${LISTENERS}) as ours`,
  );
  // Once when it breaks, and once when it is back.
  await eventually(
    'the connection again',
    () => payloads.slice(payloads.lastIndexOf('first') + 1).join() === ',',
  );
  await notify('broken_channel', 'again');
  await eventually('the next', () => payloads.at(-1) === 'again');
  stop();
});
