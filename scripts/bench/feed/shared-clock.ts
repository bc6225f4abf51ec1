import { performance } from 'node:perf_hooks';

/** Milliseconds since 1970, with fractions; processes on one machine agree to well below a millisecond. */
export const sharedClock = (): number => performance.timeOrigin + performance.now();
