/**
 * The answers of moderation's admin routes (`/moderation/...`, JSON, `{ data, meta }`); imported by both sides. Only
 * types and names, so that no server code reaches the panel. Times are ISO 8601 strings.
 */
import type { DeskState } from './domain/desk-state';
import type { LocaleDifference } from './domain/diff';
import type { ActorKind, PublicationState, SubmissionState } from './domain/moderation-state';
import type { Action, DocumentAction, ReasonedAction, ReviewAction } from './domain/transitions';
import type { DocumentState, Fact } from './contract';
import type { Decision } from './intake/domain/kinds';

/** `GET /moderation/submissions?state=&contentType=&page=`: an entry of the queue, oldest first. */
export interface QueueItem {
  readonly id: number;
  readonly version: number;
  readonly state: SubmissionState;
  readonly publication: PublicationState;
  readonly contentType: string;
  readonly documentId: string;
  readonly title: string | null;
  readonly businessDocumentId: string | null;
  readonly submittedAt: string | null;
  readonly submittedBy: { readonly id: number; readonly username: string | null } | null;
  readonly message: string | null;
  readonly messageAt: string | null;
  readonly updatedAt: string;
  /** Open reports about the document. */
  readonly reports: number;
}

/** An attribute of the content type: its type in the schema, and the uid of its component. */
export interface ShownAttribute {
  readonly name: string;
  readonly type: string;
  readonly component?: string;
  readonly repeatable?: boolean;
}

/** `GET /moderation/submissions/:id`: everything the review page shows of one submission. */
export interface ReviewDetail extends QueueItem {
  readonly attributes: readonly ShownAttribute[];
  /** Published (or, while suspended, formerly published) compared with submitted, by locale. */
  readonly difference: readonly LocaleDifference[];
  readonly log: readonly LogLine[];
  /** Null if no account wrote to the document. */
  readonly contributor: ContributorHistory | null;
  readonly lookers: readonly Viewer[];
  /** What can be decided now, in the order of the buttons. */
  readonly actions: readonly ReviewAction[];
}

/** One line of the decision log, as editors see it; newest first. */
export interface LogLine {
  readonly id: string;
  readonly at: string;
  readonly action: Action;
  readonly actor: { readonly kind: ActorKind; readonly id: number | null; readonly name: string | null };
  readonly via: string;
  readonly reason: string | null;
  readonly version: number;
  readonly from: { readonly submission: string; readonly publication: string };
  readonly to: { readonly submission: string; readonly publication: string };
  readonly details: unknown;
  /** What an approval published differently from what was submitted. */
  readonly changedByEditors: readonly { readonly locale: string; readonly field: string }[];
}

/** An account and the outcome of its submissions. */
export interface ContributorHistory {
  readonly id: number;
  readonly username: string | null;
  readonly email: string | null;
  /** The language for messages to it. */
  readonly language: string | null;
  readonly since: string | null;
  readonly submitted: number;
  readonly approved: number;
  readonly changesRequested: number;
  readonly rejected: number;
  /** How many mails the mail server has refused for good since the last that arrived. */
  readonly refusedMails: number;
}

/** `POST /moderation/submissions/:id/presence` reports "I am here" and returns who else is; `DELETE` withdraws it. */
export interface Viewer {
  readonly id: number;
  readonly name: string;
  readonly seenAt: string;
}

/** `GET /moderation/documents/:contentType/:documentId` */
export interface DocumentView extends DocumentState {
  /** The id of its submission; `null` while there is none. */
  readonly submissionId: number | null;
  readonly contentType: string;
  readonly documentId: string;
  readonly title: string | null;
  /** What an editor may do now about its being public, in the order of the buttons. */
  readonly actions: readonly DocumentAction[];
  readonly log: readonly LogLine[];
}

/** `POST /moderation/chosen/:contentType`: what editors see before they do something to several documents. */
export interface ChosenEntry {
  readonly documentId: string;
  readonly title: string | null;
  /** Empty for a type without locales. */
  readonly locales: readonly string[];
  readonly published: boolean;
  readonly publishedLocales: readonly string[];
  readonly state: DeskState | null;
  /** Whether the public has seen it, so that editors cannot delete it. */
  readonly everPublic: boolean;
  /** Whether someone manages its business and gets mail. */
  readonly managed: boolean;
}

/** `GET /moderation/summary`: what is waiting. */
export interface Summary {
  readonly submitted: number;
  readonly changesRequested: number;
  readonly drafts: number;
  readonly rejected: number;
  /** Open, by kind. */
  readonly intake: Readonly<Record<string, number>>;
  /** How many of those should have been decided. */
  readonly late: number;
  readonly byContentType: Readonly<Record<string, number>>;
  /** The submissions waiting longest, longest first; at most five. */
  readonly oldest: readonly {
    readonly id: number;
    readonly title: string | null;
    readonly contentType: string;
    readonly documentId: string;
    readonly submittedAt: string;
  }[];
}

/** `GET|POST /moderation/reason-templates`, `PUT|DELETE /moderation/reason-templates/:id` */
export interface ReasonTemplate {
  readonly id: number;
  readonly action: ReasonedAction;
  readonly name: string;
  /** By language; one that has come since may be missing. */
  readonly texts: Readonly<Record<string, string>>;
  readonly position: number;
}

/**
 * `GET /moderation/intake?state=open|decided&kind=&page=`: what people told the desk, the urgent first, then by the day on
 * which it is due. `POST /moderation/intake/:id/decide` `{ decision, reason, statement }`
 */
export interface QueuedIntake {
  readonly id: string;
  readonly kind: string;
  /** `2026-17` */
  readonly number: string;
  readonly isUrgent: boolean;
  readonly contentType: string | null;
  readonly documentId: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly message: string;
  /** Null if nobody said who they are. */
  readonly from: {
    readonly isAccount: boolean;
    /** Whether the account is deleted or blocked. */
    readonly isGone: boolean;
    readonly name: string | null;
    readonly email: string | null;
    /** How many mails the mail server has refused for good since the last that arrived. */
    readonly refusedMails: number;
  } | null;
  /** What there is to decide by. */
  readonly facts: readonly Fact[];
  readonly createdAt: string;
  /** ISO date. */
  readonly dueOn: string;
  readonly isLate: boolean;
  /** What can be decided, none if it is. */
  readonly decisions: readonly Decision[];
  /** Whether it objects to a decision of the editor who asks, who may not decide it. */
  readonly isOwnDecision: boolean;
  /** One of `Decision`, or `withdrawn` if who told it was erased before. */
  readonly decision: string | null;
  readonly decisionReason: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
}

/** `GET|PUT /moderation/digest` `{ wanted }`: whether the editor who asks gets the daily mail. */
export interface DigestChoice {
  readonly wanted: boolean;
}

/** `POST /moderation/data-requests/look-up` `{ person }`: what there is of somebody, without the data. */
export interface PersonFound {
  /** To be typed before anything is erased. */
  readonly email: string | null;
  readonly account: {
    readonly id: number;
    readonly username: string;
    /** Set while it is to be deleted. */
    readonly deletion: { readonly listings: 'leave' | 'remove'; readonly dueAt: string } | null;
  } | null;
  readonly found: readonly { readonly name: string; readonly what: string; readonly rows: number }[];
  /** What keeps the person from being erased, in words. */
  readonly open: readonly string[];
}

/** `GET /moderation/data-requests?page=`: a line of the log, the newest first. */
export interface DataRequestLine {
  readonly id: string;
  readonly at: string;
  readonly what:
    'information' | 'export' | 'deletion' | 'deletion-undone' | 'erasure' | 'lookup' | 'download';
  readonly whose: 'account' | 'address';
  /** `null` if the person did it. */
  readonly editor: { readonly id: number; readonly name: string | null } | null;
}

/** A field that has changed since a form got it (409 `changed-meanwhile`, `details.changes`). */
export interface ChangedField {
  readonly locale: string;
  readonly field: string;
  /** Whether the form would have overwritten it; otherwise it just was not shown. */
  readonly conflict: boolean;
  /** As in `ShownAttribute`. */
  readonly type: string;
  readonly component?: string;
  /** What the form sent; null without a conflict. */
  readonly yours: unknown;
  /** The current value; also null if the editor may not read it. */
  readonly now: unknown;
}

/** Who last wrote a draft (`details.by`). */
export interface ChangedBy {
  readonly kind: ActorKind;
  readonly name: string | null;
  readonly at: string;
}
