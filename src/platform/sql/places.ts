/** Thrown after waiting too long for a place. */
export class NoPlaceError extends Error {
  override readonly name = 'NoPlaceError';
}

interface Waiting {
  enter: () => void;
  isGone: boolean;
}

/** A limited number of places to take and give back; those who find none wait in turn. */
export class Places {
  private readonly waiting: Waiting[] = [];

  /** @param free number of places */
  constructor(private free: number) {}

  /**
   * @param patience milliseconds
   * @throws NoPlaceError if none becomes free in time
   */
  take(patience: number): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const one: Waiting = { enter, isGone: false };
      const timer = setTimeout(() => {
        one.isGone = true;
        reject(new NoPlaceError(`No place became free within ${patience} ms.`));
      }, patience);
      this.waiting.push(one);
    });
  }

  give(): void {
    let next = this.waiting.shift();
    while (next?.isGone) next = this.waiting.shift();
    if (next) next.enter();
    else this.free += 1;
  }
}
