/** Where a document is on its way to the public, as self-service says it. */
export interface DocumentStanding {
  readonly submission: {
    readonly state: string;
    readonly message: string | null;
    readonly submittedAt: string | null;
    readonly about?: readonly string[];
  };
  readonly publication: string;
}

/** What is the case, in one word that the catalogue has a sentence for. */
export type Standing =
  | 'draft'
  | 'waits'
  | 'waitsBesidePublic'
  | 'changesAsked'
  | 'refused'
  | 'public'
  | 'changeBesidePublic'
  | 'notPublic'
  | 'suspended'
  | 'archived';

/** What is the case with a document: what the public sees, and what of a change. */
export function standingOf({ submission, publication }: DocumentStanding): Standing {
  if (publication === 'suspended') return 'suspended';
  if (submission.state === 'changes-requested') return 'changesAsked';
  if (submission.state === 'rejected') return 'refused';
  const isPublic = publication === 'public';
  if (submission.state === 'submitted') return isPublic ? 'waitsBesidePublic' : 'waits';
  if (publication === 'archived') return 'archived';
  if (submission.state === 'draft') return isPublic ? 'changeBesidePublic' : 'draft';
  return isPublic ? 'public' : 'notPublic';
}

const OWN_TURN: ReadonlySet<Standing> = new Set<Standing>([
  'changesAsked',
  'refused',
  'draft',
  'changeBesidePublic',
]);

/** Whether it is the business's turn. */
export const isOwnTurn = (standing: Standing): boolean => OWN_TURN.has(standing);

export type Step = 'submit' | 'withdraw' | 'discard';

const STEPS: Readonly<Partial<Record<Standing, readonly Step[]>>> = {
  draft: ['submit'],
  changesAsked: ['submit'],
  waits: ['withdraw'],
  waitsBesidePublic: ['withdraw'],
  changeBesidePublic: ['submit', 'discard'],
};

/** What can be done about it, the likeliest first. */
export const stepsOf = (standing: Standing): readonly Step[] => STEPS[standing] ?? [];

const TO_SUBMIT: ReadonlySet<string> = new Set(['draft', 'changes-requested', 'rejected']);

/** Whether there is something that the editors have not been handed. */
export const isToSubmit = (meta: Pick<DocumentStanding, 'submission'> | undefined): boolean =>
  meta === undefined || TO_SUBMIT.has(meta.submission.state);

/** What the editors have asked for, if it is to be done, and the fields that it is about. */
export function remarkOf(
  meta: DocumentStanding | undefined,
): { readonly message: string; readonly about: readonly string[] } | undefined {
  if (!meta) return undefined;
  const { state, message, about = [] } = meta.submission;
  const isToDo = state === 'changes-requested' || state === 'rejected';
  return isToDo && message !== null ? { message, about } : undefined;
}

export type End = 'archive' | 'remove';

/** How a document ends, if a business may end it now: what was never public is removed. */
export function endOf({
  submission,
  publication,
}: Pick<DocumentStanding, 'submission' | 'publication'>): End | undefined {
  if (publication === 'public') return 'archive';
  return publication === 'none' && submission.state !== 'submitted' ? 'remove' : undefined;
}
