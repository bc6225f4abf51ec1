/**
 * What the panel reads from the admin routes of moderation (`/moderation/...`, JSON, `{ data, meta }`).
 * Times are ISO 8601 strings. The server's states and actions are taken from its own tables, so both move together.
 */
import type { ActorKind, PublicationState, SubmissionState } from '../../../server/src/domain/facts';
import type { Action } from '../../../server/src/domain/transitions';

export type { ActorKind, PublicationState, SubmissionState, Action };

/** `GET /moderation/submissions?state=&contentType=&page=`, the oldest first. */
export interface SubmissionItem {
  readonly id: number;
  readonly version: number;
  readonly state: SubmissionState;
  readonly publication: PublicationState;
  readonly contentType: string;
  readonly documentId: string;
  readonly title: string | null;
  readonly submittedAt: string | null;
}

/** `GET /moderation/submissions/:id` */
export interface SubmissionDetail extends SubmissionItem {
  readonly message: string | null;
  readonly messageAt: string | null;
  readonly attributes: readonly ShownAttribute[];
  readonly difference: readonly LocaleDifference[];
  readonly log: readonly LogRow[];
  /** Null when no account wrote to the document. */
  readonly contributor: Contributor | null;
}

/** An attribute of the content type: its type in the schema, and the uid of its component. */
export interface ShownAttribute {
  readonly name: string;
  readonly type: string;
  readonly component?: string;
}

/** One locale: `added` has no public version yet, `removed` no submitted one. */
export interface LocaleDifference {
  readonly locale: string;
  readonly status: 'added' | 'removed' | 'changed' | 'same';
  readonly fields: readonly FieldDifference[];
}

/**
 * One attribute in one locale. `before` is the public version, `after` the submitted one: attributes without ids;
 * relations as `{ documentId, title }`, media as `{ id, url, name, width, height, alternativeText }`, components nested.
 */
export interface FieldDifference {
  readonly name: string;
  readonly changed: boolean;
  readonly before: unknown;
  readonly after: unknown;
}

/** A row of the log; the newest first. */
export interface LogRow {
  readonly id: string;
  readonly at: string;
  readonly action: Action;
  readonly actor: { readonly kind: ActorKind; readonly id: number | null; readonly name: string | null };
  readonly reason: string | null;
  readonly version: number;
}

/** An account and what became of its submissions. */
export interface Contributor {
  readonly id: number;
  readonly username: string | null;
  readonly email: string | null;
  /** The language of the account: reasons are offered in it. */
  readonly language: string | null;
  readonly since: string | null;
  readonly submitted: number;
  readonly approved: number;
  readonly changesRequested: number;
  readonly rejected: number;
}

/** `GET /moderation/documents/:contentType/:documentId` */
export interface DocumentModeration {
  /** Null while the document has no line in the queue. */
  readonly submissionId: number | null;
  readonly submission: { readonly state: SubmissionState; readonly version: number };
  readonly publication: PublicationState;
  /** What an editor may do with it now. */
  readonly actions: readonly { readonly action: Action; readonly needsReason: boolean }[];
  readonly log: readonly LogRow[];
}

/** `GET /moderation/summary`: what waits, the longest waiting first. */
export interface Summary {
  readonly submitted: number;
  readonly reports: number;
  readonly byContentType: Readonly<Record<string, number>>;
  readonly oldest: readonly {
    readonly id: number;
    readonly title: string | null;
    readonly contentType: string;
    readonly submittedAt: string;
  }[];
}

export const TEMPLATE_ACTIONS = ['request-changes', 'reject', 'suspend'] as const;
export type TemplateAction = (typeof TEMPLATE_ACTIONS)[number];

/** `GET|POST /moderation/reason-templates`, `PUT|DELETE /moderation/reason-templates/:id` */
export interface ReasonTemplate {
  readonly id: number;
  readonly action: TemplateAction;
  readonly name: string;
  readonly textDe: string;
  readonly textEn: string;
  readonly position: number;
}

/** `GET /moderation/reports?state=open|resolved&page=`; `POST /moderation/reports/:id/resolve` `{ resolution }` */
export interface Report {
  readonly id: number;
  readonly contentType: string;
  readonly documentId: string;
  readonly title: string | null;
  readonly kind: string;
  readonly message: string;
  readonly email: string | null;
  readonly createdAt: string;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
  readonly resolution: string | null;
}

/** `POST /moderation/submissions/:id/presence` says "I am here" and answers who else is; `DELETE` takes it back. */
export interface Onlooker {
  readonly id: number;
  readonly name: string;
}
