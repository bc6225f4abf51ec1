/** The code of a system error, such as 'ENOENT' or 'EADDRINUSE'; undefined for everything else. */
export function errorCode(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
