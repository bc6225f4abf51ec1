import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDemoAccounts } from '../../scripts/lib/demo/accounts';
import { startedApp } from '../support';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stadtverbund-accounts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the accounts are written, for the owner only, into a folder that did not exist', async () => {
  const file = join(folder, 'data', 'demo-accounts.json');
  const accounts = await ensureDemoAccounts(startedApp().strapi, file);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(accounts);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await ensureDemoAccounts(startedApp().strapi, file)).toEqual(accounts);
});
