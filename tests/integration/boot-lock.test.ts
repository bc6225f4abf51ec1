/** @jest-environment-options {"boot": false} */
import { bootInOwnProcess } from '../support/boot-process';
import { databaseUrl, onDatabase, testClusterUrl } from '../support/test-cluster';

jest.setTimeout(120_000);

const DATABASE = 'boot_lock';

beforeAll(() => onDatabase(testClusterUrl(), `create database ${DATABASE}`));
afterAll(() => onDatabase(testClusterUrl(), `drop database ${DATABASE} with (force)`));

describe('two instances that start together on an empty database', () => {
  it('both start, and set it up only once', async () => {
    const url = databaseUrl(DATABASE);
    await Promise.all([bootInOwnProcess(url), bootInOwnProcess(url)]);
    const locales = await onDatabase(url, 'select code from i18n_locale order by code');
    expect(locales).toEqual([{ code: 'de' }, { code: 'en' }]);
    const roles = await onDatabase(url, 'select type from up_roles order by type');
    expect(roles).toEqual([{ type: 'authenticated' }, { type: 'contributor' }, { type: 'public' }]);
    const doubled = await onDatabase(url, 'select code from admin_roles group by code having count(*) > 1');
    expect(doubled).toEqual([]);
  });
});
