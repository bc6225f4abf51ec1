import type { ActorKind, PublicationState, SubmissionState } from './domain/moderation-state';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { LetterWords } from '#src/languages/mail-text';
import type { Language } from '#src/languages/language';
import type { Sql } from '#src/platform/sql/sql';
import type { Action } from './domain/transitions';
import type { Decision, KindRules } from './intake/domain/kinds';

// For the page on which anyone reports.
export { GROUND_NAMES, GROUNDS, OBJECTION_MONTHS, type Ground } from './intake/domain/kinds';
export { needsOf, SHORTEST_EXPLANATION, type Need } from './validation/notice';
export { isRetired } from './services/retired';
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
    /** The names of the fields that it is about; none if it is about the whole. */
    readonly about: readonly string[];
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
  /** Required for request-changes, reject, suspend, and editors' archiving. Plain text. */
  readonly reason?: string | undefined;
  /** The names of the fields that the reason is about. */
  readonly about?: readonly string[] | undefined;
  /** Of reject, suspend and archive; default: neither illegal nor against the terms. */
  readonly grounds?: Grounds | undefined;
  /** Whether somebody has given notice of it. */
  readonly afterNotice?: boolean;
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

/**
 * What people tell the desk: reports, notices, claims, objections. One queue, one table, one set of mails; what differs is
 * said by a kind.
 *
 * ```ts
 * const intake = strapi.plugin('moderation').service<IntakeService>('intake');
 * intake.addKind({ name: 'claim', due: { days: 14 }, decisions: ['accepted', 'declined'], … }); // in register()
 * await intake.take(sql, { kind: 'claim', contentType, documentId, accountId, message });
 * ```
 */
export interface IntakeService {
  /** Adds a kind. Call in `register()`. @throws if the name is taken */
  addKind(kind: IntakeKind): void;
  /**
   * Takes something in, in the transaction of the caller, with the next number and a receipt by mail if a person without an
   * account gave an address.
   * @throws Refusal `reported-enough` if as many are open about the same entry as the kind allows
   */
  take(sql: Sql, item: NewIntake): Promise<IntakeItem>;
  /**
   * Takes a report or notice of anyone, by a program or by the page for it.
   * @param sent the body
   * @param language in which it is answered
   * @throws Refusal of the fields, `notice-elsewhere`, `not-found`, `reported-enough`, `too-many-attempts`, and those of the
   * challenge
   */
  report(ctx: Context, sent: Readonly<Record<string, unknown>>, language: Language): Promise<IntakeItem>;
}

export interface IntakeKind extends KindRules {
  /** `claim`, `illegal`, … */
  readonly name: string;
  /** What an editor needs to know to decide, beside what was written; called for each item that is shown. */
  facts?(strapi: Core.Strapi, item: IntakeItem): Promise<readonly Fact[]>;
  /** What a decision does, in its transaction: what is thrown undoes both. */
  carryOut?(strapi: Core.Strapi, sql: Sql, decided: Decided): Promise<void>;
  /** What the mail with the decision says; called when it is sent. Without it, what mails about reports say. */
  words?(strapi: Core.Strapi, item: IntakeItem, to: Recipient): Promise<LetterWords>;
}

/** Whom a mail about something goes to. */
export interface Recipient {
  readonly email: string;
  /** A user name, or what a person without an account calls themselves. */
  readonly name: string | null;
  readonly language: Language;
}

export interface NewIntake {
  readonly kind: string;
  readonly contentType?: string | null | undefined;
  readonly documentId?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly url?: string | null | undefined;
  /** Somebody without an account; added to `stadtverbund.person`. */
  readonly person?: { readonly email: string; readonly name?: string | undefined } | undefined;
  /** Somebody who is in there already. */
  readonly personId?: string | null | undefined;
  readonly accountId?: number | null | undefined;
  readonly language?: Language | undefined;
  readonly message: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly against?: string | undefined;
}

/** A row of `stadtverbund.intake`. */
export interface IntakeItem {
  readonly id: string;
  readonly kind: string;
  /** As people read it: `2026-17`. */
  readonly number: string;
  readonly contentType: string | null;
  readonly documentId: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly personId: string | null;
  readonly accountId: number | null;
  readonly language: string | null;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly against: string | null;
  readonly createdAt: Date;
  /** ISO date by the city's clock. */
  readonly dueOn: string;
  readonly decision: Decision | null;
  readonly decisionReason: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: number | null;
  readonly decidedByName: string | null;
}

/** A decision at the moment in which it is carried out. */
export interface Decided {
  readonly item: IntakeItem;
  readonly decision: Decision;
  readonly editor: Actor;
  readonly now: Date;
  /** What the maker of what is taken down is told. */
  readonly statement?: Statement | undefined;
}

/** Why something is not shown any more, for who made it (DSA, Art. 17 (3)). */
export interface Statement extends Grounds {
  /** The facts, and what can be done. */
  readonly reason: string;
}

export interface Grounds {
  /** Illegal, against the terms, or neither: closed, twice, outside the city. */
  readonly basis: 'illegal' | 'terms' | 'other';
  /** The law or the clause; needed unless neither. */
  readonly norm?: string | undefined;
}

/** A fact with its values; the panel has the words (`intake.fact.…`, `intake.word.…`). */
export interface Fact {
  readonly name: FactName;
  readonly values: readonly FactValue[];
}

export type FactName =
  | 'account'
  | 'businesses'
  | 'clause'
  | 'child-abuse'
  | 'domain'
  | 'earlier'
  | 'good-faith'
  | 'law'
  | 'managers'
  | 'objected'
  | 'others'
  | 'said';

export type FactWord =
  | 'accepted'
  | 'confirmed'
  | 'declined'
  | 'none'
  | 'no-website'
  | 'open'
  | 'other-domain'
  | 'public-mail'
  | 'same-domain'
  | 'unconfirmed'
  | 'yes';

export interface FactValue {
  /** As it is written down. */
  readonly text?: string;
  readonly word?: FactWord;
}
