/** Lets everything else that is waiting have its turn. Awaited between the parts of long work. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
