import type { ActorKind, PublicationState, SubmissionState } from './domain/moderation-state';
import type { Action } from './domain/transitions';

export { PUBLICATION_STATES, SUBMISSION_STATES } from './domain/moderation-state';

/**
 * How other code uses moderation:
 *
 * ```ts
 * const moderation = strapi.plugin('moderation').service<ModerationService>('submissions');
 * await moderation.recordEdit({ uid, documentId, actor, expectedVersion, write: () =>
 *   strapi.documents(uid).update({ documentId, locale, data }) });
 * await moderation.perform({ uid, documentId, action: 'submit', actor });
 * ```
 *
 * Every method opens (or joins) one transaction and locks the document's row; to do something else together with it (a
 * job, a membership), wrap both in `strapi.db.transaction`. The caller has to check whether an account may touch a
 * document at all (membership); moderation decides what may happen to the document now.
 *
 * Refusals are thrown as `Refusal` (src/platform/refusals), with `status` and a stable `code`.
 */
export interface ModerationService {
  /** Whether a content type has `moderation` in `pluginOptions.listing`. */
  moderates(uid: string): boolean;
  /** The current states of a document. A document that has never been moderated has submission `none`. */
  stateOf(uid: string, documentId: string): Promise<DocumentState>;
  /** The same for many documents of one type, in one statement; the result has every requested id. */
  statesOf(uid: string, documentIds: readonly string[]): Promise<ReadonlyMap<string, DocumentState>>;
  /**
   * A contributor's write, the only way one may write a draft. Checks the version and the state (no edit while
   * archived; while submitted only one that needs no review), calls `write` once, moves the version, copies
   * auto-approved fields of a public document and logs.
   * @throws Refusal `stale-version`, `wrong-state`, `waits-for-review`, `archived`
   */
  recordEdit<T extends { documentId: string }>(edit: DraftEdit<T>): Promise<RecordedEdit<T>>;
  /**
   * One transition from the table in domain/transitions.ts.
   * @throws Refusal `not-found`, `stale-version`, `wrong-state`, `archived`, `not-yours`, `reason-required`
   */
  perform(command: Command): Promise<DocumentState>;
  /**
   * A contributor's DELETE: removes a document that was never public (withdrawing it first), archives any other.
   * @throws Refusal `not-found`, `stale-version`, `archived`
   */
  remove(command: Removal): Promise<{ removed: boolean; state: DocumentState }>;

  /**
   * Records documents that code has created and published below the document service: the same rows and log lines as if
   * they had been published one by one. Call in the transaction that created them.
   * @param documents with the number of writes to the draft after the first as their version
   */
  recordPublished(uid: string, documents: readonly NewlyPublished[]): Promise<void>;
}

/** Who acts. `id` is that of the users-permissions user (contributor) or the admin user (editor). */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: number | null;
  /** For the log: a contributor's user name, an editor's first and last name, or the name of the code. */
  readonly name: string | null;
}

export interface DocumentState {
  readonly submission: {
    readonly state: SubmissionState;
    /** Moves with every write to the draft, including editors'. 0 before the first one that moderation saw. */
    readonly version: number;
    /** The editor's last message to the contributor, until the next approval. */
    readonly message: string | null;
    readonly messageAt: string | null;
    readonly submittedAt: string | null;
  };
  readonly publication: PublicationState;
}

export interface DraftEdit<T> {
  readonly uid: string;
  /** Absent for a new document: `write` creates it. */
  readonly documentId?: string | undefined;
  readonly actor: Actor;
  /** From `If-Match`; a stale version is refused with `stale-version` and nothing is written. */
  readonly expectedVersion?: number | undefined;
  /** Writes drafts of this one document through `strapi.documents(uid)`; may write several locales. */
  readonly write: () => Promise<T>;
}

export interface RecordedEdit<T> {
  readonly result: T;
  readonly state: DocumentState;
  /** Paths that were published immediately (`pluginOptions.listing.moderation.autoApprove`). */
  readonly autoApproved: readonly string[];
  /** The parts of a public document's draft that are not public yet: they wait to be submitted, or for review. */
  readonly waiting: readonly string[];
}

export interface Command {
  readonly uid: string;
  readonly documentId: string;
  readonly action: Exclude<Action, 'create' | 'edit' | 'auto-approve' | 'publish' | 'delete'>;
  readonly actor: Actor;
  /** Required for request-changes, reject and suspend. Plain text. */
  readonly reason?: string | undefined;
  readonly expectedVersion?: number | undefined;
}

export interface Removal {
  readonly uid: string;
  readonly documentId: string;
  readonly actor: Actor;
  readonly expectedVersion?: number | undefined;
}

export interface NewlyPublished {
  readonly documentId: string;
  readonly version: number;
}
