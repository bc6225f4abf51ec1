import type { Core } from '@strapi/strapi';
import { notingRefusal } from '../platform/refusals/wrapped';
import { assertRowWriter } from '../platform/strapi/documents';
import { isContent } from '../platform/strapi/schema';
import { assertOpensAtOnce } from './assert-opens-at-once';
import { orderSteps, type Added, type Place } from './domain/order-steps';
import { runSteps } from './run-steps';
import { WRITES, type DocumentCall, type Next, type Step } from './step';
import { archiveLock } from './steps/archive-lock';
import { checks } from './steps/checks';
import { deleteLock } from './steps/delete-lock';
import { districtByPoint } from './steps/district-by-point';
import { outside } from './steps/outside';
import { relations } from './steps/relations';
import { newLocale, sharedFacts } from './steps/shared-facts';
import { slug } from './steps/slug';
import { transaction } from './steps/transaction';

/** The steps that a call of the document service goes through, outermost first. A bare name is added by a plugin. */
const STEPS: readonly (Step | string)[] = [
  transaction, // everything below succeeds or fails together; at its end, public changes are announced
  outside, // a request from outside writes nothing
  'published-only', // src/reading: nor does it read a draft
  'one-order', // src/reading: lists keep their order from page to page
  archiveLock, // an archived press notice never changes
  deleteLock, // what the public has seen is not deleted
  'form', // moderation: a form in the panel overwrites nothing it has not shown
  'moderation', // moderation: who may do what in which state; the log
  'contributor', // self-service: only documents of one's own businesses
  'memberships', // self-service: whether a business has managers affects whether it is syndicated
  'portals', // portal-feed: the content manager does not write portals
  'own-account', // contributors change no account but their own
  'unique-account', // one account per e-mail address
  checks, // values in normal form, or all refusals at once
  districtByPoint, // a district follows its point, unless an editor says otherwise
  newLocale, // a new language has the facts of the others
  slug, // derived from the name, and stable from then on
  relations, // relations to a document are restored once it is public again
  sharedFacts, // facts are copied to all languages
];

interface Pipeline {
  readonly added: Added<Step>[];
  /** Set at the end of the boot. */
  steps: readonly Step[] | undefined;
  readonly byKind: Map<string, readonly Step[]>;
}

const PIPELINE = 'stadtverbund.pipeline';

function pipelineOf(strapi: Core.Strapi): Pipeline {
  if (!strapi.has(PIPELINE))
    strapi.add(PIPELINE, { added: [], steps: undefined, byKind: new Map() } satisfies Pipeline);
  return strapi.get<Pipeline>(PIPELINE);
}

/** Puts the pipeline in front of the document service. Call in `register()`, before any other middleware is added. */
export function registerPipeline(strapi: Core.Strapi): void {
  const pipeline = pipelineOf(strapi);
  const run = (call: DocumentCall, next: Next): Promise<unknown> =>
    notingRefusal(strapi, runSteps(strapi, stepsFor(strapi, pipeline, call), call, next));
  // Strapi's type of a middleware is a union over all types and actions.
  strapi.documents.use(run as unknown as Parameters<typeof strapi.documents.use>[0]);
}

/**
 * Adds a step, in `register()` or `bootstrap()` of a plugin.
 *
 * @param place not needed if the name of the step is reserved above
 */
export function addStep(strapi: Core.Strapi, step: Step, place?: Place): void {
  const { added, steps } = pipelineOf(strapi);
  if (steps)
    throw new Error(`The step “${step.name}” comes too late: steps are added while the server starts.`);
  added.push({ step, place });
}

/**
 * Puts the steps in order once all plugins have added theirs; from then on documents may be written.
 *
 * @throws Error which ends the boot: if a place does not exist, a name is used twice, a step is missing, or
 *   something is awaited before the transaction is open, or Strapi has changed what the steps need
 */
export function closePipeline(strapi: Core.Strapi): void {
  const pipeline = pipelineOf(strapi);
  pipeline.steps = orderSteps(STEPS, pipeline.added);
  for (const uid of Object.keys(strapi.contentTypes).filter(isContent)) assertRowWriter(strapi, uid);
  assertOpensAtOnce(strapi, stepNames(strapi));
}

/** The names of all steps in order. */
export const stepNames = (strapi: Core.Strapi): string[] =>
  (pipelineOf(strapi).steps ?? []).map(({ name }) => name);

function stepsFor(strapi: Core.Strapi, { steps, byKind }: Pipeline, call: DocumentCall): readonly Step[] {
  if (!steps) {
    if (isContent(call.uid) && WRITES.has(call.action))
      throw new Error(
        `${call.uid}: nothing is written before the server has started, its rules do not hold yet.`,
      );
    return [];
  }
  const kind = `${call.action} ${call.uid}`;
  const known = byKind.get(kind) ?? steps.filter((step) => step.appliesTo(strapi, call));
  byKind.set(kind, known);
  return known;
}
