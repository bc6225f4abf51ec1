import { readsWhilePublishing } from '../support/reads-while-publishing';

// 1,000 publishes take about five minutes on an otherwise idle machine.
jest.setTimeout(60 * 60_000);

it('no read of two instances is stale in 1,000 publishes of one of them', async () => {
  const publishes = 1_000;
  const { reads, stale } = await readsWhilePublishing({ publishes, readers: 2 });
  console.info(`${reads} reads during ${publishes} publishes, ${stale.length} stale`);
  expect(stale).toEqual([]);
  expect(reads).toBeGreaterThan(publishes * 2);
});
