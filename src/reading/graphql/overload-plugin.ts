import { isOverload, overloaded } from '../../platform/http/overload';

interface Answered {
  errors?: readonly { originalError?: unknown }[];
  response: { http: { status?: number; headers: Map<string, string> } };
}

/** Answers 503 with `Retry-After` if a part of the query took more of the database than one request may use. */
export const overloadPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ errors = [], response: { http } }: Answered): Promise<void> {
        const cause = errors.map(({ originalError }) => originalError).find(isOverload);
        if (cause) {
          const { status, retryAfter } = overloaded(cause);
          http.status = status;
          http.headers.set('retry-after', String(retryAfter));
        }
        return Promise.resolve();
      },
    }),
};
