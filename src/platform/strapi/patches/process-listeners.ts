/** Runs something that would remove all listeners of the process, as stopping Strapi does, and keeps them. */
export async function keepingListeners(work: () => Promise<void>): Promise<void> {
  const original = process.removeAllListeners.bind(process);
  process.removeAllListeners = () => process;
  try {
    await work();
  } finally {
    process.removeAllListeners = original;
  }
}
