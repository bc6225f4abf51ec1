import * as fc from 'fast-check';
import { decideTransition, type Action } from '#src/plugins/moderation/server/src/domain/transitions';
import type {
  PublicationState,
  SubmissionState,
} from '#src/plugins/moderation/server/src/domain/moderation-state';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  graphql,
  logOf,
  moderation,
  request,
  startedApp,
} from '../../support';

// Random commands by anyone, two contributors, an editor and a super admin over REST, GraphQL and the content manager,
// against a model of what they may do. MODEL_RUNS=50 RATE_LIMIT_WRITES_PER_MINUTE=100000 for a long run.
const RUNS = Number(process.env['MODEL_RUNS'] ?? 5);
const STEPS = 30;

const BUSINESS = 'api::business.business';

/** The content of a version of the listing that the model covers. */
interface Content {
  summary: string;
  rule: string;
}

interface Model {
  documentId: string;
  submission: SubmissionState;
  publication: PublicationState;
  beforeArchive: PublicationState;
  version: number;
  draft: Content;
  /** What the public currently reads. */
  shown: Content | null;
  /** What is restored when it is reinstated. */
  kept: Content | null;
  gone: boolean;
}

const tokens = { anonymous: '', owner: '', stranger: '', editor: '', superAdmin: '' };
type Caller = keyof typeof tokens;
let ownerId: number;
let category: string;
let count = 0;
let taken = 0;
let tried = 0;

const CONTRIBUTOR_STEPS = ['edit-summary', 'edit-hours', 'submit', 'withdraw', 'discard', 'archive'] as const;
const EDITOR_STEPS = [
  'approve',
  'reject',
  'request-changes',
  'suspend',
  'reinstate',
  'archive',
  'restore',
  'save',
  'publish',
  'unpublish',
  'discard-draft',
] as const;

type Step =
  | {
      by: 'contributor';
      who: 'owner' | 'stranger' | 'anonymous';
      what: (typeof CONTRIBUTOR_STEPS)[number];
      on: number;
    }
  | {
      by: 'editor';
      who: 'editor' | 'superAdmin' | 'owner' | 'anonymous';
      what: (typeof EDITOR_STEPS)[number];
      on: number;
      stale: boolean;
    };

const on = fc.nat({ max: 1 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      by: fc.constant('contributor' as const),
      who: fc.constantFrom(
        'owner' as const,
        'owner' as const,
        'owner' as const,
        'stranger' as const,
        'anonymous' as const,
      ),
      what: fc.constantFrom(
        ...CONTRIBUTOR_STEPS,
        'edit-summary' as const,
        'submit' as const,
        'submit' as const,
      ),
      on,
    }),
    fc.record({
      by: fc.constant('editor' as const),
      who: fc.constantFrom(
        'editor' as const,
        'editor' as const,
        'superAdmin' as const,
        'owner' as const,
        'anonymous' as const,
      ),
      what: fc.constantFrom(...EDITOR_STEPS, 'approve' as const, 'restore' as const, 'reinstate' as const),
      on,
      stale: fc.nat({ max: 5 }).map((one) => one === 0),
    }),
  ),
  { minLength: STEPS, maxLength: STEPS },
);

const send = async (who: Caller, method: string, path: string, body?: unknown): Promise<number> =>
  (await request(path, { method, token: tokens[who], ...(body === undefined ? {} : { body }) })).status;

const fresh = (): Content => {
  count += 1;
  const minute = String(count % 60).padStart(2, '0');
  const hour = String(6 + (Math.floor(count / 60) % 6)).padStart(2, '0');
  return { summary: `Stand ${count}`, rule: `Mo-Fr ${hour}:${minute}-18:00` };
};

/** Consults the table; on success updates the model's state. The effects on content are modelled here. */
function move(model: Model, action: Action, by: 'contributor' | 'editor', reason = 'Grund'): boolean {
  const { submission, publication, beforeArchive } = model;
  const decision = decideTransition({
    action,
    by,
    facts: { submission, publication },
    beforeArchive,
    reason,
  });
  if (!decision.ok) return false;
  if (action === 'archive') model.beforeArchive = publication;
  Object.assign(model, decision.to);
  return true;
}

const hide = (model: Model): void => {
  if (!model.shown) return;
  model.kept = model.shown;
  model.shown = null;
};

const show = (model: Model, content: Content | null): void => {
  model.shown = content;
  model.kept = null;
};

function expectContributor(model: Model, step: Step & { by: 'contributor' }, next: Content): boolean {
  if (model.gone || step.who !== 'owner') return false;
  const { what } = step;
  const isAtOnce = model.submission === 'none' || model.submission === 'submitted';
  if (what === 'edit-hours' && isAtOnce && model.publication === 'public') {
    model.draft = { ...model.draft, rule: next.rule };
    model.shown = { ...(model.shown as Content), rule: next.rule };
    model.version += 1;
    return true;
  }
  if (what === 'edit-summary' || what === 'edit-hours') {
    if (!move(model, 'edit', 'contributor')) return false;
    model.version += 1;
    const change = what === 'edit-hours' ? { rule: next.rule } : { summary: next.summary };
    model.draft = { ...model.draft, ...change };
    if (what === 'edit-hours' && model.shown) model.shown = { ...model.shown, ...change };
    return true;
  }
  const was = model.publication;
  if (!move(model, what, 'contributor')) return false;
  if (what === 'archive') hide(model);
  if (what === 'discard') {
    if (was === 'none') model.gone = true;
    else model.draft = (model.shown ?? model.kept) as Content;
    model.version += 1;
  }
  return true;
}

function expectEditor(model: Model, step: Step & { by: 'editor' }, next: Content): boolean {
  if (model.gone || !['editor', 'superAdmin'].includes(step.who)) return false;
  const { what } = step;
  const isDecision = ['approve', 'reject', 'request-changes'].includes(what);
  if (isDecision && (step.stale || model.version === 0)) return false;
  if (what === 'save') {
    if (model.publication === 'archived') return false;
    model.draft = { ...model.draft, summary: next.summary };
    model.version += 1;
    return true;
  }
  if (what === 'publish') {
    if (!move(model, 'publish', 'editor')) return false;
    model.draft = { ...model.draft, summary: next.summary };
    model.version += 1;
    show(model, model.draft);
    return true;
  }
  // Taking a listing down requires a reason, which `suspend` has.
  if (what === 'unpublish') return false;
  if (what === 'discard-draft') {
    if (!model.shown) return false;
    if (model.submission === 'submitted') move(model, 'reject', 'editor');
    else if (model.submission !== 'none') move(model, 'discard', 'editor');
    model.draft = model.shown;
    model.version += 1;
    return true;
  }
  if (!move(model, what, 'editor')) return false;
  if (what === 'approve') show(model, model.draft);
  if (what === 'suspend' || what === 'archive') hide(model);
  if ((what === 'reinstate' || what === 'restore') && model.publication === 'public') show(model, model.kept);
  return true;
}

async function submissionId(documentId: string): Promise<number> {
  const { rows } = await startedApp().strapi.db.connection.raw<{ rows: { id: number }[] }>(
    'select id from stadtverbund.submission where document_id = ?',
    [documentId],
  );
  return rows[0]?.id ?? 0;
}

function act(step: Step, model: Model, version: number, id: number, next: Content): Promise<number> {
  const { documentId } = model;
  if (step.by === 'contributor') {
    const mine = `/api/my/businesses/${documentId}`;
    if (step.what === 'edit-summary') return send(step.who, 'PUT', mine, { data: { summary: next.summary } });
    if (step.what === 'edit-hours')
      return send(step.who, 'PUT', mine, { data: { hours: [{ service: 'on-site', rule: next.rule }] } });
    return send(step.who, 'POST', `${mine}/${step.what}`);
  }
  const manager = `/content-manager/collection-types/${BUSINESS}/${documentId}`;
  const { what, who } = step;
  if (what === 'save') return send(who, 'PUT', manager, { summary: next.summary });
  if (what === 'publish') return send(who, 'POST', `${manager}/actions/publish`, { summary: next.summary });
  if (what === 'unpublish') return send(who, 'POST', `${manager}/actions/unpublish`, {});
  if (what === 'discard-draft') return send(who, 'POST', `${manager}/actions/discard`, {});
  if (what === 'approve' || what === 'reject' || what === 'request-changes')
    return send(who, 'POST', `/moderation/submissions/${id}/${what}`, {
      version: step.stale ? version - 1 : version,
      reason: 'Grund',
    });
  return send(who, 'POST', `/moderation/documents/${BUSINESS}/${documentId}/${what}`, { reason: 'Grund' });
}

/** What everyone reads over REST and GraphQL, which have to agree. */
async function publicly(documentId: string): Promise<Content | null> {
  const rest = await request<{ data: { summary: string; hours: { rule: string }[] } }>(
    `/api/businesses/${documentId}?populate=hours`,
  );
  const query = await graphql<{ business: { summary: string; hours: { rule: string }[] } | null }>(
    `{ business(documentId: "${documentId}") { summary hours { rule } } }`,
  );
  const contentOf = (found: { summary: string; hours: { rule: string }[] } | null | undefined) =>
    found ? { summary: found.summary, rule: found.hours[0]?.rule ?? '' } : null;
  const seen = rest.status === 200 ? contentOf(rest.body.data) : null;
  expect(contentOf(query.body.data?.business)).toEqual(seen);
  return seen;
}

async function newPublic(): Promise<Model> {
  const draft = fresh();
  const { documentId } = await createBusiness({
    summary: draft.summary,
    hours: [{ service: 'on-site', rule: draft.rule }],
    categories: [category],
    sizeClass: 'micro',
    contact: { phone: '0231 123456' },
  });
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({
      data: { business: documentId, user: ownerId, role: 'owner', since: new Date().toISOString() },
    });
  return {
    documentId,
    submission: 'none',
    publication: 'public',
    beforeArchive: 'none',
    version: 0,
    draft,
    shown: draft,
    kept: null,
    gone: false,
  };
}

async function newOwn(): Promise<Model> {
  const draft = fresh();
  const { status, text, body } = await request<{ data: { documentId: string } }>('/api/my/businesses', {
    token: tokens.owner,
    body: {
      data: {
        name: `Neu ${count}`,
        summary: draft.summary,
        hours: [{ service: 'on-site', rule: draft.rule }],
        categories: [category],
        sizeClass: 'micro',
        address: { street: 'Betenstraße', houseNumber: '1', postcode: '44137', place: 'Dortmund' },
        contact: { phone: '0231 123456' },
      },
    },
  });
  if (status !== 201) throw new Error(text);
  return {
    documentId: body.data.documentId,
    submission: 'draft',
    publication: 'none',
    beforeArchive: 'none',
    version: 1,
    draft,
    shown: null,
    kept: null,
    gone: false,
  };
}

/** Replaying the log gives the current state, without a gap. */
async function expectLogReplays(model: Model): Promise<void> {
  const log = await logOf(model.documentId);
  log.slice(1).forEach((line, index) => {
    const { submission_to, publication_to } = log[index] as (typeof log)[number];
    expect([line.submission_from, line.publication_from]).toEqual([submission_to, publication_to]);
  });
  const last = log.at(-1);
  expect([last?.submission_to, last?.publication_to]).toEqual(
    model.gone ? ['none', 'none'] : [model.submission, model.publication],
  );
}

async function take(step: Step, model: Model): Promise<void> {
  const next = fresh();
  const id = await submissionId(model.documentId);
  const logged = (await logOf(model.documentId)).length;
  const { version } = model;
  const before = { submission: model.submission, publication: model.publication };
  const accepted =
    step.by === 'contributor' ? expectContributor(model, step, next) : expectEditor(model, step, next);
  const status = await act(step, model, version, id, next);
  expect({ step, before, status, accepted: status < 300 }).toEqual({ step, before, status, accepted });
  expect(status).toBeLessThan(500);
  tried += 1;
  if (accepted) taken += 1;
  expect({ step, shown: await publicly(model.documentId) }).toEqual({ step, shown: model.shown });
  if (!accepted) expect(await logOf(model.documentId)).toHaveLength(logged);
  if (model.gone) return;
  const state = await moderation().stateOf(BUSINESS, model.documentId);
  const { submission, publication } = model;
  expect({ step, state }).toMatchObject({
    step,
    state: { submission: { state: submission, version: model.version }, publication },
  });
}

beforeAll(async () => {
  await createCityProfile();
  category = (await createCategory()).documentId;
  const [owner, stranger] = [await createContributor(), await createContributor()];
  ownerId = owner.id;
  Object.assign(tokens, {
    owner: owner.token,
    stranger: stranger.token,
    editor: (await createAdmin({ role: 'redaktion' })).token,
    superAdmin: (await createAdmin()).token,
  });
});

it('random commands over REST, GraphQL and the content manager keep every invariant', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (commands) => {
      const models = [await newPublic(), await newOwn()];
      for (const step of commands) await take(step, models[step.on] as Model);
      for (const model of models) await expectLogReplays(model);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  // A model that refuses nearly everything would also pass; about a fifth of random commands are legal.
  expect(taken / tried).toBeGreaterThan(0.1);
}, 1_200_000);

describe('of two concurrent transitions exactly one wins', () => {
  const RACERS = ['approve', 'reject', 'request-changes', 'withdraw', 'archive'] as const;
  const pairs = RACERS.flatMap((one, index) => RACERS.slice(index).map((other) => [one, other] as const));

  it.each(pairs)('%s and %s', async (one, other) => {
    const model = await newOwn();
    expect(await send('owner', 'POST', `/api/my/businesses/${model.documentId}/submit`)).toBe(200);
    const id = await submissionId(model.documentId);
    const run = (what: (typeof RACERS)[number]): Promise<number> => {
      if (what === 'withdraw')
        return send('owner', 'POST', `/api/my/businesses/${model.documentId}/withdraw`);
      const step = { by: 'editor', who: 'editor', what, on: 0, stale: false } as const;
      return act(step, model, 1, id, fresh());
    };
    const statuses = await Promise.all([run(one), run(other)]);
    // Archiving is always legal: after the other action it may still succeed; before it, the other fails.
    const winners = statuses.filter((status) => status === 200).length;
    if (one === other || other !== 'archive') expect(statuses.sort()).toEqual([200, 409]);
    else expect([1, 2]).toContain(winners);
    await expectLogReplays({ ...model, ...(await present(model.documentId)) });
  });
});

async function present(documentId: string): Promise<Pick<Model, 'submission' | 'publication'>> {
  const { submission, publication } = await moderation().stateOf(BUSINESS, documentId);
  return { submission: submission.state, publication };
}
