import { WordBadge } from '#src/admin/components/word-badge';
import {
  PUBLICATION_TONES,
  SUBMISSION_TONES,
  type PublicationState,
  type SubmissionState,
} from '#src/plugins/moderation/server/src/domain/moderation-state';
import { useText } from '../translations/use-text';

/** The state of the pending change. */
export function SubmissionBadge({ state }: { state: SubmissionState }) {
  const text = useText();
  return <WordBadge variant={SUBMISSION_TONES[state]}>{text(`state.${state}`)}</WordBadge>;
}

/** What the public sees of the document. */
export function PublicationBadge({ state }: { state: PublicationState }) {
  const text = useText();
  return (
    <WordBadge variant={PUBLICATION_TONES[state]}>
      {text(state === 'none' ? 'publication.none' : `state.${state}`)}
    </WordBadge>
  );
}
