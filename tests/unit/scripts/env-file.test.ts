import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { generateMissingSecrets, loadEnvFile, missingSecrets } from '#scripts/lib/env-file';

const SECRETS = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
];

let folder: string;
let file: string;
const environment = process.env;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'env-file-'));
  file = join(folder, '.env');
  process.env = {};
});

afterEach(() => {
  process.env = environment;
  rmSync(folder, { recursive: true });
});

const values = (): Record<string, string | undefined> => parseEnv(readFileSync(file, 'utf8'));

describe('the .env file', () => {
  it('gets every secret on the first run, all different, readable only by its owner', () => {
    expect(generateMissingSecrets(file)).toEqual(SECRETS);
    expect(Object.keys(values()).sort()).toEqual([...SECRETS].sort());
    expect(new Set(Object.values(values())).size).toBe(SECRETS.length);
    expect(values()['APP_KEYS']?.split(',')).toHaveLength(4);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is left alone on the second run', () => {
    generateMissingSecrets(file);
    const before = readFileSync(file, 'utf8');
    expect(generateMissingSecrets(file)).toEqual([]);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('keeps what someone wrote, and gets only what is missing', () => {
    writeFileSync(file, 'PORT=8080\nJWT_SECRET=mine');
    generateMissingSecrets(file);
    expect(values()).toMatchObject({ PORT: '8080', JWT_SECRET: 'mine' });
    expect(missingSecrets(file)).toEqual([]);
  });

  it('needs no secret that is in the environment', () => {
    process.env = Object.fromEntries(SECRETS.map((name) => [name, 'from outside']));
    expect(generateMissingSecrets(file)).toEqual([]);
  });

  it('yields to the environment', () => {
    writeFileSync(file, 'PORT=8080\nHOST=::1\n');
    process.env = { PORT: '9090' };
    loadEnvFile(file);
    expect(process.env).toEqual({ PORT: '9090', HOST: '::1' });
  });

  it('has an example that lists every secret without a value', () => {
    const example = parseEnv(readFileSync(join(__dirname, '../../../.env.example'), 'utf8'));
    expect(example).toEqual(Object.fromEntries(SECRETS.map((name) => [name, ''])));
  });
});
