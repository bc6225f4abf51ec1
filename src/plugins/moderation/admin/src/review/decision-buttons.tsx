import { Button, Flex, Typography } from '@strapi/design-system';
import { Check, Cross, Pencil } from '@strapi/icons';
import { useEffect, useRef } from 'react';
import type { ReviewDetail, TemplateAction } from '#src/plugins/moderation/server/src/panel-contract';
import { useText } from '../translations/use-text';

interface Props {
  readonly detail: ReviewDetail;
  readonly busy: boolean;
  /** Whether the page shows an old version, which cannot be decided on. */
  readonly stale: boolean;
  readonly onApprove: () => void;
  readonly onAsk: (action: TemplateAction) => void;
}

/** The three decisions, or a note that there is none to make. Approving has no shortcut, only the button. */
export function DecisionButtons({ detail, busy, stale, onApprove, onAsk }: Props) {
  const text = useText();
  if (detail.state !== 'submitted') return <Decided detail={detail} />;
  const disabled = busy || stale;
  return (
    <Flex gap={2} wrap="wrap">
      <Button
        variant="danger-light"
        startIcon={<Cross />}
        disabled={disabled}
        onClick={() => onAsk('reject')}
      >
        {text('review.reject')}
      </Button>
      <Button
        variant="tertiary"
        startIcon={<Pencil />}
        disabled={disabled}
        onClick={() => onAsk('request-changes')}
      >
        {text('review.request-changes')}
      </Button>
      <Button variant="success" startIcon={<Check />} disabled={disabled} loading={busy} onClick={onApprove}>
        {text('review.approve')}
      </Button>
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
