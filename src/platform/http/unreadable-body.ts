/**
 * Whether an error says that a body is not what its headers say: from formidable for a broken multipart form (its
 * status is in `httpCode`, which Koa does not read), or from zlib for a compressed body.
 */
export const isUnreadableBody = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code, httpCode } = error as Error & { code?: unknown; httpCode?: unknown };
  const isForm = typeof httpCode === 'number' && httpCode >= 400 && httpCode < 500;
  return isForm || (typeof code === 'string' && /^(Z_|ERR__ERROR_FORMAT_|ERR_PADDING_)/.test(code));
};
