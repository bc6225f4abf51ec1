/**
 * The submission to look at after this one: the next in the queue; after the last, the first again.
 * @param queue ids of waiting submissions, oldest first
 * @returns `undefined` if nothing else is waiting
 */
export function nextSubmission(queue: readonly number[], current: number): number | undefined {
  const others = queue.filter((id) => id !== current);
  const at = queue.indexOf(current);
  return at >= 0 ? (queue[at + 1] ?? others[0]) : others[0];
}
