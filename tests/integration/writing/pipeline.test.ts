/** @jest-environment-options {"extraApi": "tests/fixtures/step-api", "env": {"EXTRA_STEP": "{\"noting\":{\"before\":\"checks\"}}"}} */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#scripts/lib/project';
import { addStep, stepNames } from '#src/writing/pipeline';
import { createCityProfile, startedApp } from '../../support';
import { bootInOwnProcess } from '../../support/boot-process';
import { databaseUrl, onDatabase, testClusterUrl } from '../../support/test-cluster';
import { TEMPLATE_DATABASE } from '../../support/test-run';

const OWN = [
  'transaction',
  'outside',
  'published-only',
  'one-order',
  'archive-lock',
  'delete-lock',
  'form',
  'moderation',
  'contributor',
  'memberships',
  'portals',
  'own-account',
  'unique-account',
  'checks',
  'district-by-point',
  'new-locale',
  'slug',
  'relations',
  'shared-facts',
];

describe('the pipeline of a write', () => {
  it('has these steps in this order, with the steps of plugins in their places', () => {
    const at = OWN.indexOf('checks');
    expect(stepNames(startedApp().strapi)).toEqual([...OWN.slice(0, at), 'noting', ...OWN.slice(at)]);
  });

  it('is documented step by step in docs/architecture.md', () => {
    const text = readFileSync(join(PROJECT_ROOT, 'docs', 'architecture.md'), 'utf8');
    const table = text.slice(text.indexOf('## The way of a write')).split(/^#{1,3} (?!#)/m)[1] ?? '';
    expect([...table.matchAll(/^\| `([a-z-]+)` /gm)].map(([, name]) => name)).toEqual(OWN);
  });

  it('goes through the step of a plugin, with the data unchanged', async () => {
    await createCityProfile();
    const { strapi } = startedApp();
    const seen = strapi.get<{ uid: string; action: string }[]>('test.origins');
    seen.length = 0;
    await strapi.documents('api::district.district').create({ data: { name: 'Aplerbeck' } });
    expect(seen).toMatchObject([{ uid: 'api::district.district', action: 'create', kind: 'system' }]);
  });

  it('accepts no steps once the server has started', () => {
    const late = { name: 'late', appliesTo: () => true };
    expect(() => addStep(startedApp().strapi, late, { before: 'checks' })).toThrow(/“late” comes too late/);
  });
});

describe('a start', () => {
  const database = `steps_${process.pid}`;

  beforeAll(() =>
    onDatabase(
      testClusterUrl(),
      `create database ${database} template ${TEMPLATE_DATABASE} strategy file_copy`,
    ),
  );
  afterAll(() => onDatabase(testClusterUrl(), `drop database ${database} with (force)`));

  const boot = (extra: object): Promise<void> =>
    bootInOwnProcess(databaseUrl(database), {
      EXTRA_API: 'tests/fixtures/step-api',
      EXTRA_STEP: JSON.stringify(extra),
    });

  it.each([
    [
      'a step that awaits something before the transaction is open',
      { slow: { before: 'transaction' } },
      /something is awaited before the transaction is open[^]*steps slow, transaction/,
    ],
    [
      'a middleware of a plugin that does so',
      { middleware: true },
      /something is awaited before the transaction is open[^]*steps transaction, or a middleware/,
    ],
    ['a place that does not exist', { slow: { before: 'cheques' } }, /“slow”[^]*“cheques”/],
    ['content that is written before all rules hold', { writes: true }, /nothing is written before/],
  ])(
    'fails by %s',
    async (_case, extra, message) => {
      await expect(boot(extra)).rejects.toThrow(message);
    },
    120_000,
  );

  it('succeeds with a step before the transaction that awaits nothing', async () => {
    await expect(
      boot({ noting: { before: 'transaction' }, slow: { after: 'transaction' } }),
    ).resolves.toBeUndefined();
  }, 120_000);
});
