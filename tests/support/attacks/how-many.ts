// `npm run test:faults` sets it, so that the same attacks run for minutes.
const TIMES = Number(process.env['ATTACK_TIMES'] ?? 1);

/** How many generated requests a test sends. @param everyday how many in `npm test` */
export const howMany = (everyday: number): number => everyday * TIMES;

/** How long such a test may take. @param everyday milliseconds in `npm test` */
export const patience = (everyday: number): number => everyday * TIMES;
