import type { Measurement } from './measurement';

/** Why a website is partially compliant only. */
export type Reason = 'violations' | 'issues' | 'byHand' | 'unmeasured';

interface Known {
  readonly measured: Pick<Measurement, 'violations'> | undefined;
  /** Barriers that the city knows of. */
  readonly issues: number;
  /** Whether people have checked what programs cannot. */
  readonly isCheckedByHand: boolean;
}

/**
 * Why the website does not count as fully compliant (EU 2018/1523); nothing if it does. A program alone never says so:
 * it finds a part of all barriers.
 */
export const reasonsAgainst = ({ measured, issues, isCheckedByHand }: Known): readonly Reason[] => [
  ...(measured && measured.violations.length > 0 ? (['violations'] as const) : []),
  ...(issues > 0 ? (['issues'] as const) : []),
  ...(isCheckedByHand ? [] : (['byHand'] as const)),
  ...(measured ? [] : (['unmeasured'] as const)),
];
