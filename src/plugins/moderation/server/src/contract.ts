import type { ActorKind, PublicationState, SubmissionState } from './domain/facts';
import type { Action } from './domain/transitions';

/**
 * What other code may ask of moderation:
 *
 * ```ts
 * const moderation = strapi.plugin('moderation').service('submissions') as ModerationService;
 * await moderation.recordEdit({ uid, documentId, actor, expectedVersion, write: () =>
 *   strapi.documents(uid).update({ documentId, locale, data }) });
 * await moderation.perform({ uid, documentId, action: 'submit', actor });
 * ```
 *
 * Every method opens (or joins) one transaction and locks the document's row; to do something of your own together with
 * it (a job, a membership), wrap both in `strapi.db.transaction`. Whether an account may touch a document at all
 * (membership) is the caller's question; moderation answers what may happen to the document now.
 *
 * Refusals are thrown as `Refusal` (src/platform/refusals), with `status` and a stable `code`.
 */
export interface ModerationService {
  /** True for a content type with `moderation` in `pluginOptions.listing`. */
  moderates(uid: string): boolean;
  /** The two facts of a document, as they are now. A document that nobody moderated yet has submission `none`. */
  stateOf(uid: string, documentId: string): Promise<DocumentState>;
  /** The same for many documents of one type, in one statement; every id asked for is in the answer. */
  statesOf(uid: string, documentIds: readonly string[]): Promise<ReadonlyMap<string, DocumentState>>;
  /**
   * A contributor's write: the only way one may write a draft. Checks the state (no edit while archived, and while
   * submitted only one that needs no review)
   * and the version, calls `write` once, moves the version, copies auto-approved fields of a public document and logs.
   * @throws Refusal `stale-version`, `wrong-state`, `waits-for-review`, `archived`
   */
  recordEdit<T extends { documentId: string }>(edit: DraftEdit<T>): Promise<RecordedEdit<T>>;
  /**
   * One transition of the table in domain/transitions.ts.
   * @throws Refusal `not-found`, `stale-version`, `wrong-state`, `archived`, `not-yours`, `reason-required`
   */
  perform(command: Command): Promise<DocumentState>;
  /**
   * A contributor's DELETE: removes a document that was never public (withdrawing it first), archives any other.
   * @throws Refusal `not-found`, `stale-version`, `archived`
   */
  remove(command: Removal): Promise<{ removed: boolean; state: DocumentState }>;

  /**
   * Takes documents into moderation that code has created and published at once, below the document service: the same
   * rows and log lines as if it had published them one by one. In the transaction that created them.
   * @param documents their version is the number of writes to the draft after its first
   */
  adoptPublished(uid: string, documents: readonly NewlyPublished[]): Promise<void>;
}

/** Who acts. `id` is that of the users-permissions user (contributor) or of the admin user (editor). */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: number | null;
  /** For the log; a contributor's user name, an editor's first and last name, the name of the code. */
  readonly name: string | null;
}

export interface DocumentState {
  readonly submission: {
    readonly state: SubmissionState;
    /** Moves with any write to the draft, the editor's too. 0 before the first one that moderation saw. */
    readonly version: number;
    /** The editor's last words to the contributor and when, until the next approval. */
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
  /** From `If-Match`; a stale one is refused with `stale-version` and nothing is written. */
  readonly expectedVersion?: number | undefined;
  /** Writes drafts of this one document through `strapi.documents(uid)`; may write several locales. */
  readonly write: () => Promise<T>;
}

export interface RecordedEdit<T> {
  readonly result: T;
  readonly state: DocumentState;
  /** Paths that went public at once (`pluginOptions.listing.moderation.autoApprove`). */
  readonly autoApproved: readonly string[];
  /** What of a public document's draft the public does not see: it waits to be submitted, or for review. */
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
