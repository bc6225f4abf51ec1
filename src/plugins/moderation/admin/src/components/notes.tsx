import { Alert, Box, Button, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { Failure } from '../api/failure';
import { useText } from '../translations/use-text';

/** A quiet sentence. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <Typography variant="omega" textColor="neutral600">
      {children}
    </Typography>
  );
}

/** What went wrong, in the server's words, and a way to try again. */
export function FailureNote({ failure, onRetry }: { failure: Failure; onRetry?: () => void }) {
  const text = useText();
  return (
    <Box width="100%" role="alert">
      <Alert
        variant="danger"
        title={text('failure.title')}
        closeLabel={text('decision.close')}
        // Design system 2.2 draws a close button without an action otherwise.
        onClose={undefined}
        action={
          onRetry && (
            <Button variant="tertiary" onClick={onRetry}>
              {text('failure.retry')}
            </Button>
          )
        }
      >
        {failure.message ?? text('failure.unreachable')}
      </Alert>
    </Box>
  );
}

/** Loading, failed or loaded, told to screen readers as it changes. */
export function Loading() {
  const text = useText();
  return (
    <Flex padding={4} role="status">
      <Note>{text('loading')}</Note>
    </Flex>
  );
}
