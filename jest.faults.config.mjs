import everyday from './jest.config.js';

const { projects, ...shared } = everyday;
const integration = projects.find(({ displayName }) => displayName === 'integration');

// What generators throw in `npm test`, for minutes.
process.env['ATTACK_TIMES'] ??= '10';

/** `npm run test:faults`: servers and a PostgreSQL killed under load, attacks for minutes. Takes half an hour. */
export default {
  ...shared,
  // They measure how long things take.
  maxWorkers: 1,
  testTimeout: 30 * 60_000,
  projects: [
    {
      ...integration,
      displayName: 'faults',
      testMatch: [
        '<rootDir>/tests/faults/**/*.test.ts',
        '<rootDir>/tests/integration/attacks/{filters,graphql,multipart,opening-hours,spellings}.test.ts',
      ],
    },
  ],
};
