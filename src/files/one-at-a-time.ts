import { AsyncLocalStorage } from 'node:async_hooks';

/** Thrown when too many are already waiting. */
export class TooManyWaiting extends Error {
  override readonly name = 'TooManyWaiting';
}

/**
 * Runs work one piece at a time, for a bounded number of customers. A customer is admitted once and then takes as many
 * turns as it needs, so it is refused at the start or not at all.
 */
export class OneAtATime {
  private readonly inTurn = new AsyncLocalStorage<true>();
  private readonly waiting: (() => void)[] = [];
  private customers = 0;
  private busy = false;

  /** @param most customers admitted at once, including the one whose turn it is */
  constructor(private readonly most: number) {}

  /** Whether the running code is already part of a turn. */
  get isInTurn(): boolean {
    return this.inTurn.getStore() ?? false;
  }

  /**
   * Admits a customer until its work is done.
   * @throws TooManyWaiting immediately
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
   * Does one piece of work while no other is running. Inside a turn it is done immediately.
   * @param first go ahead of those waiting: for short work that may show the rest is not needed
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
      // The turn is handed over directly, so `busy` stays true.
      if (next) next();
      else this.busy = false;
    }
  }
}
