import type { Core } from '@strapi/strapi';
import { Refusal } from './refusal';

// By the context of the request. Some of Strapi's controllers keep of what was thrown its sentence alone
// (`new ApplicationError(error.message)`), and that is in one language.
const thrown = new WeakMap<object, Refusal>();

/** Notes what a piece of work is refused by, for the answer to the request at hand. */
export const notingRefusal = <Result>(strapi: Core.Strapi, work: Promise<Result>): Promise<Result> =>
  work.catch((error: unknown) => {
    const ctx = strapi.requestContext.get();
    if (ctx && error instanceof Refusal) thrown.set(ctx, error);
    throw error;
  });

/** The refusal that was thrown while a request was answered, if its sentence is all that is left of it. */
export function refusalBehind(ctx: object, message: unknown): Refusal | undefined {
  const refusal = thrown.get(ctx);
  return refusal?.message === message ? refusal : undefined;
}
