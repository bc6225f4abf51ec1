// Messages of bare Errors from @strapi/database and knex about a value that does not fit its field, or an invalid
// query.
const NO_QUERY = [
  /^Expected a valid (Number|BigInteger)/,
  /^Invalid (date |time |datetime )?format, expected/,
  /^Invalid populate attribute /,
  /^Populate must be an object$/,
  /^Cannot join on non relational field /,
  /^Undefined attribute level operator/,
  /^Only \$and, \$or and \$not can only be used/,
  /^Operator \S+ must be an array$/,
  /^Operator and non-operator keys cannot be mixed/,
  /^Only one operator key is allowed/,
  /^Where must be an (array or an )?object$/,
  /^You cannot (filter|order) on /,
  /^(You must specify 2 values for|The second argument to) (the )?whereBetween/,
  /^(Attribute|Cannot order by) .+ on model /,
  /^Invalid orderBy syntax$/,
  /^Invalid order\. /,
  /^Undefined binding\(s\) detected/,
];

// `name @> 'x'`, `postcodes LIKE '%4%'`: an operator that the column's type does not have. The routine distinguishes it
// from a missing function, which has the same code but would be our bug; unlike the message, it is not translated.
const isUnfitOperator = ({ code, routine }: Error & { code?: unknown; routine?: unknown }): boolean =>
  code === '42883' && routine === 'op_error';

/**
 * Whether an error says that a value or an operator does not fit its column: SQLSTATE class 22 ("data exception"), an
 * operator that the type lacks, or Strapi's own messages about it. Such values come from a request and are not a server
 * error.
 */
export const isDataException = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: unknown };
  const isClass22 = typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
  return isClass22 || isUnfitOperator(error) || NO_QUERY.some((message) => message.test(error.message));
};
