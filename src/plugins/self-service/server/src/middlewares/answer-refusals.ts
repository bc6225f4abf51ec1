import type { Context, Next } from 'koa';
import { requestLanguage } from '../../../../../platform/http/request-language';
import { isModerationError } from '../../../../moderation/server/src/moderation-error';
import { errorBodyOf, refused, Refused } from '../refused';

/** What the plugin refuses. A contributor names a version only in `If-Match`, so a stale one is a failed precondition. */
function refusalIn(error: unknown): Refused | undefined {
  if (error instanceof Refused) return error;
  if (isModerationError(error) && error.code === 'stale-version') return refused('precondition-failed');
  return undefined;
}

/** Turns what the plugin refuses into its answer; the transaction is rolled back by then. */
export const answerRefusals =
  () =>
  async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal) throw error;
      const { status, body } = errorBodyOf(refusal, requestLanguage(ctx));
      const { retryAfter } = refusal.refusals[0];
      if (retryAfter) ctx.set('Retry-After', String(retryAfter));
      ctx.status = status;
      ctx.body = body;
    }
  };
