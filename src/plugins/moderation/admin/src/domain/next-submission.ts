/**
 * The submission to look at after this one: the next in the queue, and from the last on the first again.
 * @param queue ids of what waits, the oldest first
 * @returns `undefined` when nothing else waits
 */
export function nextSubmission(queue: readonly number[], current: number): number | undefined {
  const others = queue.filter((id) => id !== current);
  const at = queue.indexOf(current);
  return at >= 0 ? (queue[at + 1] ?? others[0]) : others[0];
}
