/** Work that pauses now and then: who runs it decides what happens in between. */
export type Sliced<Result> = Generator<void, Result, void>;

/** Does sliced work without a pause. */
export function finished<Result>(work: Sliced<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
