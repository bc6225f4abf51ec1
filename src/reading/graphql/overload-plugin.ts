import { isOverload, OVERLOAD } from '../../platform/http/overload';

interface Answered {
  errors?: readonly { originalError?: unknown }[];
  response: { http: { status?: number; headers: Map<string, string> } };
}

/** Answers 503 with `Retry-After` where a part of the query took more of the database than one request may have. */
export const overloadPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ errors = [], response: { http } }: Answered): Promise<void> {
        if (errors.some(({ originalError }) => isOverload(originalError))) {
          http.status = OVERLOAD.status;
          http.headers.set('retry-after', String(OVERLOAD.retryAfterSeconds));
        }
        return Promise.resolve();
      },
    }),
};
