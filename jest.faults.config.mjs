import everyday from './jest.config.js';

const { projects, ...shared } = everyday;
const integration = projects.find(({ displayName }) => displayName === 'integration');

/** `npm run test:faults`: servers and a PostgreSQL that are killed under load. Takes a quarter of an hour. */
export default {
  ...shared,
  // They measure how long things take.
  maxWorkers: 1,
  projects: [{ ...integration, displayName: 'faults', testMatch: ['<rootDir>/tests/faults/**/*.test.ts'] }],
};
