import { Button, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { useWarnings, type Warning, type SavedDocument } from './use-warnings';

/** The warnings about one document, or why there are none to show. Announced to screen readers when they change. */
export function WarningsList(saved: SavedDocument) {
  const { state, reload } = useWarnings(saved);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} aria-live="polite" width="100%">
      {state.phase === 'unsaved' && <Note id="stadtverbund.warnings.unsaved" />}
      {state.phase === 'loading' && <Note id="stadtverbund.warnings.loading" />}
      {state.phase === 'failed' && <Failure onRetry={reload} />}
      {state.phase === 'loaded' && state.warnings.length === 0 && <Note id="stadtverbund.warnings.none" />}
      {state.phase === 'loaded' &&
        state.warnings.map((warning) => <WarningRow key={keyOf(warning)} warning={warning} />)}
    </Flex>
  );
}

function keyOf({ path, message }: Warning): string {
  return `${path.join('.')} ${message}`;
}

function Note({ id }: { id: string }) {
  const intl = useIntl();
  return (
    <Typography variant="pi" textColor="neutral600">
      {intl.formatMessage({ id })}
    </Typography>
  );
}

function Failure({ onRetry }: { onRetry: () => void }) {
  const intl = useIntl();
  return (
    <>
      <Note id="stadtverbund.warnings.failed" />
      <Button variant="tertiary" onClick={onRetry}>
        {intl.formatMessage({ id: 'stadtverbund.warnings.retry' })}
      </Button>
    </>
  );
}

function WarningRow({ warning }: { warning: Warning }) {
  return (
    <Flex gap={2} alignItems="flex-start" width="100%">
      <WarningCircle fill="warning600" width="1.6rem" height="1.6rem" aria-hidden style={{ flexShrink: 0 }} />
      <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {warning.message}
      </Typography>
    </Flex>
  );
}
