// What @strapi/database says, as a bare Error, of a value that a number field does not hold.
const NOT_A_NUMBER = /^Expected a valid Number/;

// `name @> 'x'`, `postcodes LIKE '%4%'`: an operator that the column's type does not have. The routine tells it from a
// missing function, which has the same code and would be a fault of ours; unlike the message, it is not translated.
const isUnfitOperator = ({ code, routine }: Error & { code?: unknown; routine?: unknown }): boolean =>
  code === '42883' && routine === 'op_error';

/**
 * Whether an error says that a value or an operator does not fit its column: SQLSTATE class 22 ("data exception"), an
 * operator that the type lacks, or Strapi's own cast. Such values come from a request; they are no fault of the server.
 */
export const isDataException = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: unknown };
  const isClass22 = typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
  return isClass22 || isUnfitOperator(error) || NOT_A_NUMBER.test(error.message);
};
