/** Lets everything else that waits have its turn: what takes long is done in parts, with this in between. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
