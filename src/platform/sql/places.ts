/** What waits for a place longer than it may is told so. */
export class NoPlaceError extends Error {
  override readonly name = 'NoPlaceError';
}

interface Waiting {
  enter: () => void;
  isGone: boolean;
}

/** A number of places that are taken and given back; whoever finds none waits in turn. */
export class Places {
  private readonly waiting: Waiting[] = [];

  /** @param free how many there are */
  constructor(private free: number) {}

  /**
   * @param patience milliseconds
   * @throws NoPlaceError when none becomes free in time
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
