import { unwrapResolverError } from '@apollo/server/errors';
import { errors } from '@strapi/utils';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DEFAULT_LANGUAGE } from '../../domain/language';
import { isDataException } from '../../platform/http/data-exception';
import { isOverload, OVERLOAD } from '../../platform/http/overload';
import { requestLanguage } from '../../platform/http/request-language';

const CODES = [
  { type: errors.ForbiddenError, code: 'FORBIDDEN' },
  { type: errors.UnauthorizedError, code: 'FORBIDDEN' },
  { type: errors.ValidationError, code: 'BAD_USER_INPUT' },
  { type: errors.NotFoundError, code: 'NOT_FOUND' },
] as const;

const OVERLOAD_CODE = 'SERVICE_UNAVAILABLE';

// After fifty values that do not fit, graphql says so without a code.
const TOO_MANY = 'Too many errors processing variables';

const withoutTrace = ({ extensions = {}, ...error }: GraphQLFormattedError): GraphQLFormattedError => {
  const { stacktrace: _stacktrace, exception: _exception, ...kept } = extensions;
  return { ...error, extensions: kept };
};

/**
 * What a caller learns about an error: Strapi's name, message and details where they are meant for them, nothing of
 * where or how it happened. (Strapi's own formatter hands out the messages of internal errors, SQL included.)
 */
export function formatPublicError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (formatted.message.startsWith(TOO_MANY)) return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } };
  const original = unwrapResolverError(error);
  if (original instanceof GraphQLError || !(original instanceof Error)) return withoutTrace(formatted);
  // What a scalar says of a value in the variables: nothing has been executed yet.
  if (formatted.path === undefined && formatted.extensions?.code === 'BAD_USER_INPUT')
    return withoutTrace(formatted);
  const place = { locations: formatted.locations, path: formatted.path };
  const known = CODES.find(({ type }) => original instanceof type);
  if (known || original instanceof errors.ApplicationError) {
    const { name, message, details } = original as InstanceType<typeof errors.ApplicationError>;
    return {
      message,
      ...place,
      extensions: { code: known?.code ?? 'BAD_USER_INPUT', error: { name, message, details } },
    };
  }
  if (isDataException(original))
    return {
      message: 'A value does not fit its field. Please check the arguments.',
      ...place,
      extensions: { code: 'BAD_USER_INPUT' },
    };
  const ctx = strapi.requestContext.get();
  if (isOverload(original))
    return {
      message: OVERLOAD.messages[ctx ? requestLanguage(ctx) : DEFAULT_LANGUAGE],
      ...place,
      extensions: { code: OVERLOAD_CODE, reason: OVERLOAD.reason },
    };
  strapi.log.error(original);
  return { message: 'Internal Server Error', ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}
