/** The pending change of a document. It covers all locales. */
export const SUBMISSION_STATES = ['none', 'draft', 'submitted', 'changes-requested', 'rejected'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** What the public may see of a document. */
export const PUBLICATION_STATES = ['none', 'public', 'suspended', 'archived'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** The two states of a document; every transition changes one of them, an approval both. */
export interface ModerationState {
  readonly submission: SubmissionState;
  readonly publication: PublicationState;
}

/** The kinds of actors in moderation. `system` is code: import, demo, migrations. */
export const ACTOR_KINDS = ['contributor', 'editor', 'system'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];
