/** The value that this share of the values does not exceed (nearest rank). @throws for no values */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('Nothing was measured.');
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] as number;
}

/** The middle value; of an even number the mean of the two in the middle. @throws for no values */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('Nothing was measured.');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/**
 * The median of the rounds' own ratios. In a round the servers run one after the other, so what else the machine does
 * meanwhile touches both; between rounds it may have changed.
 *
 * @returns undefined where no round has both
 */
export function ratioOfRounds(rounds: readonly number[], baseline: readonly number[]): number | undefined {
  const ratios = rounds
    .slice(0, baseline.length)
    .flatMap((value, round) => (baseline[round] ? [value / baseline[round]] : []));
  return ratios.length > 0 ? median(ratios) : undefined;
}
