import { Flex, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import type { ModerationApi } from '../api/use-moderation-api';
import { useOnlookers } from '../review/use-onlookers';
import { useText } from '../translations/use-text';

/** Who else has the same document open, on its review page or in the form. */
export function Onlookers({ api, submissionId }: { api: ModerationApi; submissionId: number }) {
  const text = useText();
  const onlookers = useOnlookers(api, submissionId);
  return (
    <Flex gap={2} role="status" data-onlookers>
      {onlookers.length > 0 && (
        <>
          <Eye aria-hidden />
          <Typography fontWeight="bold" textColor="warning700">
            {text('review.onlookers', { names: onlookers.map(({ name }) => name).join(', ') })}
          </Typography>
        </>
      )}
    </Flex>
  );
}
