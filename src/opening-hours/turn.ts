import type { Sliced } from './domain/slices';

/** Lets everything else that is waiting have its turn. Awaited between the parts of long work. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Does sliced work; everything else that is waiting has its turn at each pause. */
export async function inTurns<Result>(work: Sliced<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await turn();
  }
}
