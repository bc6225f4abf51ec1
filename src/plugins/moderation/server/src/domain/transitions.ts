import {
  PUBLICATION_STATES,
  SUBMISSION_STATES,
  type ActorKind,
  type ModerationState,
  type PublicationState,
  type SubmissionState,
} from './moderation-state';

/** What an action is to editors, beside what it moves. */
interface ActionOptions {
  /** Where its button is: on the page of a submission, or beside the form of a document. Absent: nowhere. */
  readonly button?: 'review' | 'document';
  /** How the button looks. */
  readonly tone?: 'success' | 'danger';
  /** The editor's words are what the contributor works from, so there have to be some. */
  readonly needsReason?: true;
  /** Those who manage the business are told by mail, unless one of them did it. */
  readonly mail?: true;
  /** Takes something from those who made it: they are told on which grounds, and may object (DSA, Art. 17). */
  readonly takes?: true;
}

/**
 * Everything that can happen to a document under moderation, in the order of its buttons. What it is called, says and
 * mails is in `src/languages`, in `moderation.ts` of each language.
 */
const OPTIONS = {
  create: {},
  edit: {},
  submit: {},
  withdraw: {},
  reject: { button: 'review', tone: 'danger', needsReason: true, mail: true, takes: true },
  'request-changes': { button: 'review', needsReason: true, mail: true },
  approve: { button: 'review', tone: 'success', mail: true },
  discard: {},
  publish: {},
  'auto-approve': {},
  suspend: { button: 'document', tone: 'danger', needsReason: true, mail: true, takes: true },
  reinstate: { button: 'document', mail: true },
  archive: { button: 'document', needsReason: true, mail: true, takes: true },
  restore: { button: 'document' },
  delete: {},
} as const satisfies Record<string, ActionOptions>;

export type Action = keyof typeof OPTIONS;
export const ACTIONS = Object.keys(OPTIONS) as Action[];

const optionsOf: Readonly<Record<Action, ActionOptions>> = OPTIONS;

type With<Option> = { [A in Action]: (typeof OPTIONS)[A] extends Option ? A : never }[Action];

/** Decisions about a submission. */
export type ReviewAction = With<{ button: 'review' }>;
/** What moves a document's being public. */
export type DocumentAction = With<{ button: 'document' }>;
/** Those that need a reason of an editor, for which there are templates. */
export type ReasonedAction = With<{ needsReason: true }>;
export type MailedAction = With<{ mail: true }>;

const has = <Name extends keyof ActionOptions>(
  action: string,
  name: Name,
  value: ActionOptions[Name],
): boolean => Object.hasOwn(optionsOf, action) && optionsOf[action as Action][name] === value;

export const isReviewAction = (action: string): action is ReviewAction => has(action, 'button', 'review');
export const isDocumentAction = (action: string): action is DocumentAction =>
  has(action, 'button', 'document');
export const isTakenFromMaker = (action: string): boolean => has(action, 'takes', true);
/** Whether an action needs a reason, unless it is by a contributor, who owes none. */
export const needsReason = (action: string): action is ReasonedAction => has(action, 'needsReason', true);
export const isMailed = (action: string): action is MailedAction => has(action, 'mail', true);

/** How the button of an action looks. */
export const toneOf = (action: Action): ActionOptions['tone'] => optionsOf[action].tone;

export const REASONED_ACTIONS: readonly ReasonedAction[] = ACTIONS.filter(needsReason);

/** A row of the submission table. */
export interface SubmissionRow {
  readonly from: readonly SubmissionState[];
  readonly action: Action;
  readonly to: SubmissionState;
  readonly by: readonly ActorKind[];
}

/** A row of the publication table; `before-archive` is the state before archiving. */
export interface PublicationRow {
  readonly from: readonly PublicationState[];
  readonly action: Action;
  readonly to: PublicationState | 'before-archive';
  readonly by: readonly ActorKind[];
}

/** Transitions of the pending change (docs/moderation.md). Anything not listed is illegal. */
export const SUBMISSION_TABLE: readonly SubmissionRow[] = [
  { from: ['none', 'draft', 'rejected'], action: 'create', to: 'draft', by: ['contributor'] },
  { from: ['none', 'draft', 'rejected'], action: 'edit', to: 'draft', by: ['contributor'] },
  { from: ['changes-requested'], action: 'edit', to: 'changes-requested', by: ['contributor'] },
  { from: ['draft', 'changes-requested'], action: 'submit', to: 'submitted', by: ['contributor'] },
  { from: ['submitted'], action: 'withdraw', to: 'draft', by: ['contributor'] },
  { from: ['submitted'], action: 'approve', to: 'none', by: ['editor'] },
  { from: ['submitted'], action: 'request-changes', to: 'changes-requested', by: ['editor'] },
  { from: ['submitted'], action: 'reject', to: 'rejected', by: ['editor'] },
  { from: ['draft', 'changes-requested', 'rejected'], action: 'discard', to: 'none', by: ['contributor'] },
  // In the content manager an editor publishes or discards the draft, no matter who wrote it.
  { from: SUBMISSION_STATES, action: 'publish', to: 'none', by: ['editor'] },
  { from: ['draft', 'changes-requested', 'rejected'], action: 'discard', to: 'none', by: ['editor'] },
  // Code publishes only what has no pending change: an import must not publish a contributor's draft.
  { from: ['none'], action: 'publish', to: 'none', by: ['system'] },
  { from: SUBMISSION_STATES, action: 'delete', to: 'none', by: ['editor', 'system'] },
];

/** The states in which a pending change is the editors' to decide: they can approve it, and its contributor waits. */
export const WAITING_STATES: readonly SubmissionState[] = SUBMISSION_TABLE.flatMap(({ action, from }) =>
  action === 'approve' ? from : [],
);
export const waitsForEditors = (state: string): boolean =>
  (WAITING_STATES as readonly string[]).includes(state);

/** Transitions of what the public sees. Anything not listed is illegal. */
export const PUBLICATION_TABLE: readonly PublicationRow[] = [
  // On the review page: the business has changed what it was suspended for.
  { from: ['none', 'public', 'suspended'], action: 'approve', to: 'public', by: ['editor'] },
  // A suspension is never lifted implicitly, only by `reinstate`.
  { from: ['none', 'public'], action: 'publish', to: 'public', by: ['editor', 'system'] },
  { from: ['public'], action: 'auto-approve', to: 'public', by: ['contributor'] },
  { from: ['public'], action: 'suspend', to: 'suspended', by: ['editor', 'system'] },
  { from: ['suspended'], action: 'reinstate', to: 'public', by: ['editor'] },
  { from: ['none', 'public', 'suspended'], action: 'archive', to: 'archived', by: ['contributor', 'editor'] },
  { from: ['archived'], action: 'restore', to: 'before-archive', by: ['editor'] },
  {
    from: PUBLICATION_STATES,
    action: 'delete',
    to: 'none',
    by: ['editor', 'system'],
  },
];

/** Why a transition is refused. `from` is the state in its way. */
export type Refusal =
  | { ok: false; reason: 'archived'; from: 'archived' }
  | { ok: false; reason: 'suspended'; from: 'suspended' }
  | { ok: false; reason: 'wrong-state'; from: SubmissionState | PublicationState }
  | { ok: false; reason: 'not-yours'; from: SubmissionState | PublicationState }
  | { ok: false; reason: 'reason-required'; from: SubmissionState | PublicationState };

export type TransitionDecision = { ok: true; to: ModerationState } | Refusal;

/** What the decision depends on. */
export interface Attempt {
  readonly action: Action;
  readonly by: ActorKind;
  readonly facts: ModerationState;
  /** The publication state before archiving; `none` unless archived. */
  readonly beforeArchive: PublicationState;
  readonly reason?: string | null;
}

// The only actions allowed on an archived document.
const WHILE_ARCHIVED: readonly Action[] = ['restore', 'delete'];

interface Row<S> {
  from: readonly S[];
  action: Action;
  by: readonly ActorKind[];
}

function match<S extends SubmissionState | PublicationState, R extends Row<S>>(
  table: readonly R[],
  from: S,
  { action, by }: Attempt,
): R | Refusal | undefined {
  const rows = table.filter((row) => row.action === action);
  if (rows.length === 0) return undefined;
  const here = rows.filter((row) => row.from.includes(from));
  if (here.length === 0) return { ok: false, reason: 'wrong-state', from };
  return here.find((row) => row.by.includes(by)) ?? { ok: false, reason: 'not-yours', from };
}

/**
 * Decides one transition: a pure function of the two tables. An action in both must be legal in both.
 * @returns the states afterwards, or why not
 */
export function decideTransition(attempt: Attempt): TransitionDecision {
  const { facts, action } = attempt;
  if (facts.publication === 'archived' && !WHILE_ARCHIVED.includes(action))
    return { ok: false, reason: 'archived', from: 'archived' };
  if (facts.publication === 'suspended' && action === 'publish')
    return { ok: false, reason: 'suspended', from: 'suspended' };
  const submission = match(SUBMISSION_TABLE, facts.submission, attempt);
  if (submission && 'ok' in submission) return submission;
  const publication = match(PUBLICATION_TABLE, facts.publication, attempt);
  if (publication && 'ok' in publication) return publication;
  if (needsReason(action) && attempt.by !== 'contributor' && !attempt.reason?.trim())
    return { ok: false, reason: 'reason-required', from: facts.submission };
  const after = publication?.to ?? facts.publication;
  return {
    ok: true,
    to: {
      submission: submission?.to ?? facts.submission,
      publication: after === 'before-archive' ? attempt.beforeArchive : after,
    },
  };
}

/** What an editor can do by a button, in the order of the buttons. */
export const actionsOffered = <Button extends 'review' | 'document'>(
  button: Button,
  facts: ModerationState,
  beforeArchive: PublicationState = 'none',
): With<{ button: Button }>[] =>
  ACTIONS.filter(
    (action): action is With<{ button: Button }> =>
      has(action, 'button', button) &&
      decideTransition({ action, by: 'editor', facts, beforeArchive, reason: '…' }).ok,
  );
