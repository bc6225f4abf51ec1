import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { Failure } from './failure';
import { Callout } from './callout';
import { useSharedText } from './use-shared-text';

/** An unobtrusive sentence. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <Typography variant="omega" textColor="neutral600">
      {children}
    </Typography>
  );
}

/** What went wrong, in the server's words, and a way to try again. */
export function FailureNote({ failure, onRetry }: { failure: Failure; onRetry?: () => void }) {
  const text = useSharedText();
  return (
    <Box width="100%" role="alert">
      <Callout
        variant="danger"
        title={text('failure.title')}
        action={
          onRetry && (
            <Button variant="tertiary" onClick={onRetry}>
              {text('failure.retry')}
            </Button>
          )
        }
      >
        {failure.message ?? text('failure.unreachable')}
      </Callout>
    </Box>
  );
}

/** Says that something is being loaded, to screen readers too. */
export function Loading() {
  const text = useSharedText();
  return (
    <Flex padding={4} role="status">
      <Note>{text('loading')}</Note>
    </Flex>
  );
}
