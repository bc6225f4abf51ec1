import { isFetchError } from '@strapi/strapi/admin';

interface Detail {
  readonly path?: readonly (string | number)[];
  readonly message?: string;
}

/** The server's messages about single fields, by path (`filter.postcodes.0`); empty if there are none. */
export function fieldMessagesOf(error: unknown): Readonly<Record<string, string>> {
  if (!isFetchError(error)) return {};
  const response = (error as { response?: unknown }).response as
    { data?: { error?: { details?: { errors?: readonly Detail[] } } } } | undefined;
  const errors = response?.data?.error?.details?.errors ?? [];
  return Object.fromEntries(errors.map(({ path = [], message = '' }) => [path.join('.'), message]));
}
