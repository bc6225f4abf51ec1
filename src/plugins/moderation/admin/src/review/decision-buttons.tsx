import { Button, Flex, Typography } from '@strapi/design-system';
import { Check, Cross, Pencil } from '@strapi/icons';
import { useEffect, useRef } from 'react';
import { toneOf, type ReviewAction } from '#src/plugins/moderation/server/src/domain/transitions';
import type { ReviewDetail } from '#src/plugins/moderation/server/src/panel-contract';
import { useText } from '../translations/use-text';

interface Props {
  readonly detail: ReviewDetail;
  readonly busy: boolean;
  /** Whether the page shows an old version, which cannot be decided on. */
  readonly stale: boolean;
  readonly onChoose: (action: ReviewAction) => void;
}

const LOOKS = {
  danger: { variant: 'danger-light', startIcon: <Cross /> },
  success: { variant: 'success', startIcon: <Check /> },
  plain: { variant: 'tertiary', startIcon: <Pencil /> },
} as const;

/** The decisions to make, or a note that there is none. Approving has no shortcut, only the button. */
export function DecisionButtons({ detail, busy, stale, onChoose }: Props) {
  const text = useText();
  if (detail.actions.length === 0) return <Decided detail={detail} />;
  return (
    <Flex gap={2} wrap="wrap">
      {detail.actions.map((action) => (
        <Button
          key={action}
          {...LOOKS[toneOf(action) ?? 'plain']}
          disabled={busy || stale}
          loading={busy && toneOf(action) === 'success'}
          onClick={() => onChoose(action)}
        >
          {text(`action.${action}.button`)}
        </Button>
      ))}
    </Flex>
  );
}

/** Nothing to decide. Takes over the focus from the decision's button, so that keyboard users continue from here. */
function Decided({ detail }: { detail: ReviewDetail }) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus();
  }, []);
  return (
    <Typography ref={box} tabIndex={-1} role="status">
      {detail.state === 'none'
        ? text('review.decided')
        : text('review.not-waiting', { state: text(`state.${detail.state}`) })}
    </Typography>
  );
}
