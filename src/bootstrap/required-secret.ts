/**
 * Reads a secret from the environment.
 * @throws when it is missing: secrets have no default.
 */
export function requiredSecret(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(
      `${name} is not set. \`npm run demo\` writes one into .env; on a server set it yourself (.env.example).`,
    );
  }
  return value;
}
