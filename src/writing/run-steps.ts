import type { Core } from '@strapi/strapi';
import { pastDecided } from './origin';
import { writtenBy, type DocumentCall, type Next, type Step } from './step';

/**
 * Passes a call through the steps and on to Strapi. Not async, and nothing is awaited here: a transaction that the
 * first step opens is open before this returns (docs/adr/0008).
 */
export function runSteps(
  strapi: Core.Strapi,
  steps: readonly Step[],
  call: DocumentCall,
  next: Next,
): Promise<unknown> {
  const from = (at: number): Promise<unknown> => {
    const step = steps[at];
    return step
      ? runStep(
          strapi,
          step,
          call,
          once(step, () => from(at + 1)),
        )
      : next();
  };
  return from(0);
}

const runStep = (strapi: Core.Strapi, step: Step, call: DocumentCall, next: Next): Promise<unknown> =>
  pastDecided(strapi, step.name, call, next) ??
  (step.around ? step.around(strapi, call, next) : beforeAndAfter(strapi, step, call, next));

async function beforeAndAfter(
  strapi: Core.Strapi,
  step: Step,
  call: DocumentCall,
  next: Next,
): Promise<unknown> {
  await step.before?.(strapi, call);
  const result = await next();
  const written = step.after && writtenBy(call, result);
  if (written) await step.after?.(strapi, call, written);
  return result;
}

/** A step that called `next` twice would write twice. */
function once({ name }: Step, next: Next): Next {
  let called = false;
  return () => {
    if (called) throw new Error(`The step “${name}” continued twice.`);
    called = true;
    return next();
  };
}
