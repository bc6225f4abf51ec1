import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { PROJECT_ROOT } from './project';

const secret = (): string => randomBytes(32).toString('base64url');

/** Strapi's keys for signing and encryption. Each installation has its own; there are no defaults. */
const SECRETS: Readonly<Record<string, () => string>> = {
  APP_KEYS: () => [secret(), secret(), secret(), secret()].join(','),
  API_TOKEN_SALT: secret,
  ADMIN_JWT_SECRET: secret,
  TRANSFER_TOKEN_SALT: secret,
  JWT_SECRET: secret,
  ENCRYPTION_KEY: secret,
};

/** Variables that must be set to random texts. */
export const SECRET_NAMES = Object.keys(SECRETS);

const HEADING =
  '# Secrets of this installation, generated once. Keep a copy with your backups; never publish them.\n';

/** The .env of this checkout, or the file given by ENV_PATH. */
export function envFile(): string {
  return process.env['ENV_PATH'] ?? join(PROJECT_ROOT, '.env');
}

/** Sets what is in the file but not in the environment (Strapi does the same later). */
export function loadEnvFile(file = envFile()): void {
  for (const [name, value] of Object.entries(valuesIn(file))) process.env[name] ??= value;
}

/** Names the secrets that are neither in the environment nor in the file. */
export function missingSecrets(file = envFile()): string[] {
  const present = { ...valuesIn(file), ...process.env };
  return SECRET_NAMES.filter((name) => !present[name]);
}

/**
 * Generates missing secrets and adds them to the file (mode 600). Existing ones are never changed.
 *
 * @returns the names of the secrets that were written
 */
export function generateMissingSecrets(file = envFile()): string[] {
  const missing = missingSecrets(file);
  if (missing.length === 0) return [];
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  const lines = missing.map((name) => `${name}=${SECRETS[name]?.()}\n`);
  appendFileSync(file, gap + HEADING + lines.join(''), { mode: 0o600 });
  chmodSync(file, 0o600);
  return missing;
}

function valuesIn(file: string): Record<string, string | undefined> {
  return existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
}
