import { isFetchError } from '@strapi/strapi/admin';

interface Detail {
  readonly path?: readonly (string | number)[];
  readonly message?: string;
}

/** What the server said of single fields, by their path (`filter.postcodes.0`); empty where it spoke of none. */
export function fieldMessagesOf(error: unknown): Readonly<Record<string, string>> {
  if (!isFetchError(error)) return {};
  const response = (error as { response?: unknown }).response as
    { data?: { error?: { details?: { errors?: readonly Detail[] } } } } | undefined;
  const errors = response?.data?.error?.details?.errors ?? [];
  return Object.fromEntries(errors.map(({ path = [], message = '' }) => [path.join('.'), message]));
}
