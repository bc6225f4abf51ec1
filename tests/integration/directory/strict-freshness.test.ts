import { readsWhilePublishing } from '../../support/reads-while-publishing';

jest.setTimeout(240_000);

// `npm run test:faults` does the same for 1,000 publishes.
it('no read of two instances is stale while one of them publishes', async () => {
  const publishes = 25;
  const { reads, stale } = await readsWhilePublishing({ publishes, readers: 2 });
  expect(stale).toEqual([]);
  expect(reads).toBeGreaterThan(publishes * 2);
});
