/** The value that this share of the values does not exceed (nearest rank). @throws for no values */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('Nothing was measured.');
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] as number;
}

/** The middle value; for an even number, the mean of the two middle ones. @throws for no values */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('Nothing was measured.');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/**
 * The median of the ratios of each round. Within a round the servers run one after the other, so other load on the
 * machine affects both; between rounds it may change.
 *
 * @returns undefined if no round has both
 */
export function ratioOfRounds(rounds: readonly number[], baseline: readonly number[]): number | undefined {
  const ratios = rounds
    .slice(0, baseline.length)
    .flatMap((value, round) => (baseline[round] ? [value / baseline[round]] : []));
  return ratios.length > 0 ? median(ratios) : undefined;
}
