/** How a state looks beside an entry: its badge in the panel. */
type Tone = 'neutral' | 'secondary' | 'primary' | 'success' | 'warning' | 'danger';

/** The pending change of a document, which covers all locales: its states, in the order of the panel, with their tones. */
export const SUBMISSION_TONES = {
  none: 'neutral',
  submitted: 'primary',
  'changes-requested': 'warning',
  rejected: 'danger',
  draft: 'secondary',
} as const satisfies Record<string, Tone>;
export type SubmissionState = keyof typeof SUBMISSION_TONES;
export const SUBMISSION_STATES = Object.keys(SUBMISSION_TONES) as SubmissionState[];

/** What the public may see of a document. */
export const PUBLICATION_TONES = {
  none: 'neutral',
  public: 'success',
  suspended: 'danger',
  archived: 'neutral',
} as const satisfies Record<string, Tone>;
export type PublicationState = keyof typeof PUBLICATION_TONES;
export const PUBLICATION_STATES = Object.keys(PUBLICATION_TONES) as PublicationState[];

/** The two states of a document; every transition changes one of them, an approval both. */
export interface ModerationState {
  readonly submission: SubmissionState;
  readonly publication: PublicationState;
}

/** The kinds of actors in moderation. `system` is code: import, demo, migrations. */
export const ACTOR_KINDS = ['contributor', 'editor', 'system'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];
