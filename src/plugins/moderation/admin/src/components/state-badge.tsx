import { WordBadge } from '#src/admin/components/word-badge';
import type {
  PublicationState,
  SubmissionState,
} from '#src/plugins/moderation/server/src/domain/moderation-state';
import { useText } from '../translations/use-text';

const SUBMISSION_COLOURS = {
  none: 'neutral',
  draft: 'secondary',
  submitted: 'primary',
  'changes-requested': 'warning',
  rejected: 'danger',
} as const;

const PUBLICATION_COLOURS = {
  none: 'neutral',
  public: 'success',
  suspended: 'danger',
  archived: 'neutral',
} as const;

/** The state of the pending change. */
export function SubmissionBadge({ state }: { state: SubmissionState }) {
  const text = useText();
  return <WordBadge variant={SUBMISSION_COLOURS[state]}>{text(`state.${state}`)}</WordBadge>;
}

/** What the public sees of the document. */
export function PublicationBadge({ state }: { state: PublicationState }) {
  const text = useText();
  return <WordBadge variant={PUBLICATION_COLOURS[state]}>{text(`publication.${state}`)}</WordBadge>;
}
