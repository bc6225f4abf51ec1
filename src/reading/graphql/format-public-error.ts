import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isDataException } from '../../platform/http/data-exception';
import { isOverload, overloaded } from '../../platform/http/overload';
import { languageOf } from '../../platform/http/language-of';
import { Refusal, refused } from '../../platform/refusals/refusal';
import { refusalIn } from '../../platform/refusals/strapi-errors';
import { REFUSAL } from './graphql-error';

// Apollo's own error codes, which clients look at.
const CODES: Readonly<Record<number, string>> = {
  401: 'FORBIDDEN',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
};

// The message of graphql after fifty invalid values, which has no code.
const TOO_MANY = 'Too many errors processing variables';

// What `blockFieldSuggestion` (apollo-settings.ts) leaves of "Did you mean …?".
const HIDDEN = / ?\[Suggestion hidden\]\??/g;

/** Errors of graphql or Apollo about a document, its variables or the request, in English with their own codes. */
function ofGraphql(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { stacktrace: _stacktrace, exception: _exception, ...extensions } = formatted.extensions ?? {};
  const code = formatted.message.startsWith(TOO_MANY) ? 'BAD_USER_INPUT' : extensions.code;
  const { error } = refused('query-invalid', [], { problem: formatted.message.replace(HIDDEN, '') }).body(
    languageOf(strapi.requestContext.get()),
  );
  return { ...formatted, message: error.message, extensions: { ...extensions, code, error } };
}

function refusalOf(formatted: GraphQLFormattedError, original: unknown): Refusal | undefined {
  const carried = formatted.extensions?.[REFUSAL];
  if (carried instanceof Refusal) return carried;
  if (isDataException(original)) return refused('value-out-of-range');
  return isOverload(original) ? overloaded(original) : refusalIn(original);
}

/**
 * What a caller learns about an error: `extensions.error` has what REST would answer, and nothing reveals where or how
 * it happened. (Strapi's own formatter reveals messages of internal errors, including SQL.)
 */
export function formatPublicError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const refusal = refusalOf(formatted, original);
  // An error of a scalar about a value in the variables, before anything has been executed.
  const isOfVariables = formatted.path === undefined && formatted.extensions?.code === 'BAD_USER_INPUT';
  const isOfGraphql = original instanceof GraphQLError || !(original instanceof Error) || isOfVariables;
  if (!refusal && isOfGraphql) return ofGraphql(formatted);
  if (!refusal) strapi.log.error(original);
  const said = refusal ?? refused('internal-error');
  const { error: answer } = said.body(languageOf(strapi.requestContext.get()));
  const { locations, path } = formatted;
  return {
    message: answer.message,
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: { code: CODES[said.status] ?? 'BAD_USER_INPUT', error: answer },
  };
}
