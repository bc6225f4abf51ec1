import fc from 'fast-check';
import { OneAtATime, TooManyWaiting } from '#src/files/one-at-a-time';

it('whatever customers do, only one turn runs at a time and all are served or refused', async () => {
  const customer = fc.record({
    turns: fc.array(fc.record({ first: fc.boolean(), fails: fc.boolean() }), { maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(customer, { maxLength: 12 }), async (scheduler, customers) => {
      const MOST = 5;
      const turns = new OneAtATime(MOST);
      let [running, inside] = [0, 0];
      const serve = async (wanted: { first: boolean; fails: boolean }[]): Promise<void> => {
        inside += 1;
        expect(inside).toBeLessThanOrEqual(MOST);
        try {
          for (const { first, fails } of wanted)
            await turns.turn(
              async () => {
                running += 1;
                expect(running).toBe(1);
                await scheduler.schedule(Promise.resolve());
                // Part of the same turn.
                await turns.turn(() => scheduler.schedule(Promise.resolve()));
                running -= 1;
                if (fails) throw new Error('broken');
              },
              { first },
            );
        } finally {
          inside -= 1;
        }
      };
      const served = customers.map(({ turns: wanted }) => turns.admit(() => serve(wanted)));
      const results = Promise.allSettled(served);
      await scheduler.waitFor(results);
      for (const result of await results)
        if (result.status === 'rejected')
          expect(
            result.reason instanceof TooManyWaiting || (result.reason as Error).message === 'broken',
          ).toBe(true);
      // Nobody is left inside, so the full number may be admitted again.
      await Promise.all(
        Array.from({ length: MOST }, () => turns.admit(() => turns.turn(() => Promise.resolve()))),
      );
    }),
    { numRuns: 50 },
  );
});

it('short work goes before those who wait, not before the one being served', async () => {
  const turns = new OneAtATime(9);
  const order: string[] = [];
  const done = (name: string) => () => Promise.resolve(void order.push(name));
  await Promise.all([
    turns.turn(done('a')),
    turns.turn(done('b')),
    turns.turn(done('c')),
    turns.turn(done('short'), { first: true }),
  ]);
  expect(order).toEqual(['a', 'short', 'b', 'c']);
});

it('refuses immediately at the start', async () => {
  const turns = new OneAtATime(1);
  let leave: () => void = () => undefined;
  const inside = turns.admit(() => new Promise<void>((resolve) => (leave = resolve)));
  await expect(turns.admit(() => Promise.resolve())).rejects.toBeInstanceOf(TooManyWaiting);
  leave();
  await inside;
  await expect(turns.admit(() => Promise.resolve('in'))).resolves.toBe('in');
});
