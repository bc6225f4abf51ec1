import { Flex, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import type { ModerationApi } from '../api/use-moderation-api';
import { useViewers } from '../review/use-viewers';
import { useText } from '../translations/use-text';

/** Who else has the same document open, on its review page or in the form. */
export function Viewers({ api, submissionId }: { api: ModerationApi; submissionId: number }) {
  const text = useText();
  const viewers = useViewers(api, submissionId);
  return (
    <Flex gap={2} role="status" data-viewers>
      {viewers.length > 0 && (
        <>
          <Eye aria-hidden />
          <Typography fontWeight="bold" textColor="warning700">
            {text('review.viewers', { names: viewers.map(({ name }) => name).join(', ') })}
          </Typography>
        </>
      )}
    </Flex>
  );
}
