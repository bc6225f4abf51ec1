import { unwrapResolverError } from '@apollo/server/errors';
import { errors } from '@strapi/utils';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isDataException } from '../http/data-exception';

const CODES = [
  { type: errors.ForbiddenError, code: 'FORBIDDEN' },
  { type: errors.UnauthorizedError, code: 'FORBIDDEN' },
  { type: errors.ValidationError, code: 'BAD_USER_INPUT' },
  { type: errors.NotFoundError, code: 'NOT_FOUND' },
] as const;

const withoutTrace = ({ extensions = {}, ...error }: GraphQLFormattedError): GraphQLFormattedError => {
  const { stacktrace: _stacktrace, exception: _exception, ...kept } = extensions;
  return { ...error, extensions: kept };
};

/**
 * What a caller learns about an error: Strapi's name, message and details where they are meant for them, nothing of
 * where or how it happened. (Strapi's own formatter hands out the messages of internal errors, SQL included.)
 */
export function formatPublicError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof GraphQLError || !(original instanceof Error)) return withoutTrace(formatted);
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
  strapi.log.error(original);
  return { message: 'Internal Server Error', ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}
