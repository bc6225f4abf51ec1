import type { ReactNode } from 'react';

// Drawn for these pages: strokes in a square of 24.
const PATHS = {
  call: 'M6 3h3l2 5-2.5 1.5a12 12 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3Z',
  route: 'M12 21s7-6.2 7-11.5a7 7 0 1 0-14 0C5 14.8 12 21 12 21Zm0-9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  website: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 0c5 5 5 13 0 18-5-5-5-13 0-18ZM3.5 9h17m-17 6h17',
  write: 'M3 5h18v14H3V5Zm0 1 9 7 9-7',
  contact: 'M4 4h16v16H4V4Zm8 3a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Zm-5 10c1-4 9-4 10 0',
  share: 'M12 15V3m0 0L7.5 7.5M12 3l4.5 4.5M5 11v10h14V11',
} as const;

export type IconName = keyof typeof PATHS;

/** A sign beside words that say the same. */
export const Icon = ({ name }: { name: IconName }): ReactNode => (
  <svg className="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
);
