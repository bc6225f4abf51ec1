import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { useCallback, useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { waitsForEditors } from '#src/plugins/moderation/server/src/domain/transitions';
import type { DocumentView } from '#src/plugins/moderation/server/src/panel-contract';
import { useLoaded } from '#src/admin/components/use-loaded';
import { useModerationApi } from '../api/use-moderation-api';
import { LogList } from '../components/log-list';
import { FailureNote, Note } from '#src/admin/components/notes';
import { Viewers } from '../components/viewers';
import { PublicationBadge, SubmissionBadge } from '../components/state-badge';
import { useText } from '../translations/use-text';
import { PublicationActions } from './publication-actions';

interface Props {
  readonly model: string;
  readonly documentId: string;
  /** Changes with every save, so that the state is loaded again. */
  readonly savedAt: string | undefined;
  readonly onChanged: () => void;
}

/** State and log of one document, and the actions to withdraw or restore it. */
export function DocumentState({ model, documentId, savedAt, onChanged }: Props) {
  const text = useText();
  const api = useModerationApi();
  const load = useCallback(
    (signal: AbortSignal) => api.document(model, documentId, signal),
    [api, model, documentId],
  );
  const { value, failure, reload } = useLoaded(load);
  useReloadAfterSave(savedAt, reload);

  const changed = (): void => {
    reload();
    onChanged();
  };

  if (failure) return <FailureNote failure={failure} onRetry={reload} />;
  if (!value) return <Note>{text('loading')}</Note>;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%" data-moderation-panel>
      {value.submissionId !== null && <Viewers api={api} submissionId={value.submissionId} />}
      <States value={value} />
      {waitsForEditors(value.submission.state) && <ToReview submissionId={value.submissionId} />}
      <PublicationActions
        api={api}
        contentType={model}
        documentId={documentId}
        actions={value.actions}
        onChanged={changed}
      />
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {text('log.title')}
      </Typography>
      <LogList log={value.log} model={model} />
    </Flex>
  );
}

function useReloadAfterSave(savedAt: string | undefined, reload: () => void): void {
  const seen = useRef(savedAt);
  useEffect(() => {
    if (seen.current === savedAt) return;
    seen.current = savedAt;
    reload();
  }, [savedAt, reload]);
}

function States({ value }: { value: DocumentView }) {
  const text = useText();
  return (
    <Flex tag="dl" direction="column" alignItems="stretch" gap={2} aria-live="polite">
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Typography tag="dt">{text('panel.publication')}</Typography>
        <dd>
          <PublicationBadge state={value.publication} />
        </dd>
      </Flex>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Typography tag="dt">{text('panel.submission')}</Typography>
        <dd>
          {value.submission.state === 'none' ? (
            <Typography textColor="neutral600">{text('panel.none')}</Typography>
          ) : (
            <SubmissionBadge state={value.submission.state} />
          )}
        </dd>
      </Flex>
    </Flex>
  );
}

function ToReview({ submissionId }: { submissionId: number | null }) {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {submissionId !== null && (
        <LinkButton tag={Link} to={`/plugins/moderation/submissions/${submissionId}`} fullWidth>
          {text('panel.review')}
        </LinkButton>
      )}
      <Note>{text('panel.publish-approves')}</Note>
    </Flex>
  );
}
