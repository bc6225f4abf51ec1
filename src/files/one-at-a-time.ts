import { AsyncLocalStorage } from 'node:async_hooks';

/** Thrown when too many wait already. */
export class TooManyWaiting extends Error {
  override readonly name = 'TooManyWaiting';
}

/**
 * Work that is done one at a time, for a bounded number of customers. A customer comes in once and then takes as many
 * turns as it needs, so it is refused at the door or not at all.
 */
export class OneAtATime {
  private readonly inTurn = new AsyncLocalStorage<true>();
  private readonly waiting: (() => void)[] = [];
  private customers = 0;
  private busy = false;

  /** @param most customers that may be in at once, the one whose turn it is included */
  constructor(private readonly most: number) {}

  /** Whether the running code is part of a turn already. */
  get isInTurn(): boolean {
    return this.inTurn.getStore() ?? false;
  }

  /**
   * Lets a customer in until its work is done.
   * @throws TooManyWaiting at once
   */
  async admit<T>(work: () => Promise<T>): Promise<T> {
    if (this.customers >= this.most) throw new TooManyWaiting(`${this.customers} are being served or wait.`);
    this.customers += 1;
    try {
      return await work();
    } finally {
      this.customers -= 1;
    }
  }

  /**
   * Does one piece of work when nobody else's is being done. Inside of a turn it is done at once.
   * @param first before those who wait: for what takes a moment and may show that the rest is not needed
   */
  async turn<T>(work: () => Promise<T>, { first = false } = {}): Promise<T> {
    if (this.isInTurn) return work();
    if (this.busy)
      await new Promise<void>((go) => (first ? this.waiting.unshift(go) : this.waiting.push(go)));
    this.busy = true;
    try {
      return await this.inTurn.run(true, work);
    } finally {
      const next = this.waiting.shift();
      // Handed on without a gap: `busy` stays.
      if (next) next();
      else this.busy = false;
    }
  }
}
