const shared = {
  rootDir: __dirname,
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Rooms by their names (docs/adr/0059).
  moduleNameMapper: {
    '^#(src|scripts|tests)/(.*)$': '<rootDir>/$1/$2',
    // As it is written for those who have installed it (docs/adr/0069).
    '^@stadtverbund/client$': '<rootDir>/packages/client/src/index.ts',
    '^@stadtverbund/client/(.*)$': '<rootDir>/packages/client/src/$1.ts',
  },
  // Compiled copies are no sources.
  modulePathIgnorePatterns: [
    '<rootDir>/dist/',
    '<rootDir>/.cache/',
    '<rootDir>/.data/',
    '<rootDir>/.strapi/',
    '<rootDir>/packages/client/dist/',
  ],
};

/** A Strapi of its own for every suite: see tests/support/README.md. */
const booted = {
  ...shared,
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  testEnvironment: '<rootDir>/tests/support/app-environment.ts',
};

module.exports = {
  // A booted Strapi takes about 400 MB; a worker that has grown beyond this is replaced between suites.
  workerIdleMemoryLimit: '2GB',
  // The machine's cores are all ours: half of the time a suite waits for PostgreSQL.
  maxWorkers: '100%',
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/unit/**/*.test.ts'],
      testEnvironment: 'node',
    },
    { ...booted, displayName: 'integration', testMatch: ['<rootDir>/tests/integration/**/*.test.ts'] },
    {
      ...booted,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/support/global-setup-e2e.ts',
      testEnvironmentOptions: { adminPanel: true },
    },
  ],
};
