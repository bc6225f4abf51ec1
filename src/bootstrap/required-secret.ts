/**
 * Reads a secret from the environment.
 * @throws if it is missing, since secrets have no defaults
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
