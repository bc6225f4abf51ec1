import type { ThrowawayPostgres } from './throwaway-postgres';

const global_ = globalThis as { throwawayPostgres?: ThrowawayPostgres };

export default async function globalTeardown(): Promise<void> {
  await global_.throwawayPostgres?.stop();
  delete global_.throwawayPostgres;
}
