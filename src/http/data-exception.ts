// What @strapi/database says, as a bare Error, of a value that a number field does not hold.
const NOT_A_NUMBER = /^Expected a valid Number/;

/**
 * Whether an error says that a value does not fit its column: SQLSTATE class 22 ("data exception"), or Strapi's own
 * cast. Such values come from a request; they are no fault of the server.
 */
export const isDataException = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = (error as Error & { code?: unknown }).code;
  return (typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code)) || NOT_A_NUMBER.test(error.message);
};
