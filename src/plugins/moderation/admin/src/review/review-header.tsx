import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft, ArrowRight } from '@strapi/icons';
import { Layouts } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { waitsForEditors } from '#src/plugins/moderation/server/src/domain/transitions';
import type { ReviewDetail } from '#src/plugins/moderation/server/src/panel-contract';
import type { ModerationApi } from '../api/use-moderation-api';
import { useLabels, useSchemas } from '../api/use-schemas';
import { useNow } from '#src/admin/components/age';
import { Viewers } from '../components/viewers';
import { PublicationBadge, SubmissionBadge } from '../components/state-badge';
import { ageInWords } from '#src/admin/components/domain/age';
import { useText } from '../translations/use-text';

interface Props {
  readonly api: ModerationApi;
  readonly detail: ReviewDetail;
  readonly onNext: () => void;
  readonly actions: ReactNode;
}

/** What is being reviewed, its state, who else is looking, and the decision. */
export function ReviewHeader({ api, detail, onNext, actions }: Props) {
  const text = useText();
  return (
    <Layouts.Header
      title={detail.title ?? text('queue.untitled')}
      navigationAction={
        <Link tag={RouterLink} to="/plugins/moderation" startIcon={<ArrowLeft />}>
          {text('review.back')}
        </Link>
      }
      primaryAction={actions}
      subtitle={
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <About detail={detail} />
          <Flex gap={2} wrap="wrap">
            <SubmissionBadge state={detail.state} />
            <PublicationBadge state={detail.publication} />
            <Link
              tag={RouterLink}
              to={`/content-manager/collection-types/${detail.contentType}/${detail.documentId}`}
            >
              {text('review.open-editor')}
            </Link>
            <Button variant="ghost" size="S" endIcon={<ArrowRight />} onClick={onNext}>
              {text('review.next')}{' '}
              <Box tag="kbd" borderColor="neutral300" hasRadius paddingLeft={1} paddingRight={1}>
                N
              </Box>
            </Button>
          </Flex>
          <Viewers api={api} submissionId={detail.id} />
        </Flex>
      }
    />
  );
}

function About({ detail }: { detail: ReviewDetail }) {
  const text = useText();
  const { locale } = useIntl();
  const labels = useLabels(useSchemas());
  const now = useNow();
  const type = labels.ofType(detail.contentType);
  const { submittedAt, contributor, state } = detail;
  if (!submittedAt || !waitsForEditors(state))
    return (
      <Typography textColor="neutral600">
        {text('review.not-submitted', { type, state: text(`state.${state}`) })}
      </Typography>
    );
  const age = ageInWords(submittedAt, now, locale);
  const name = contributor?.username;
  return (
    <Typography textColor="neutral600">
      {name ? text('review.by', { type, age, name }) : text('review.submitted', { type, age })}
    </Typography>
  );
}
