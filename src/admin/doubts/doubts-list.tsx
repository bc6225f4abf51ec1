import { Button, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { useDoubts, type Doubt, type SavedDocument } from './use-doubts';

/** The doubts about one document, or why there are none to show. Announced to screen readers when they change. */
export function DoubtsList(saved: SavedDocument) {
  const { state, reload } = useDoubts(saved);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} aria-live="polite" width="100%">
      {state.phase === 'unsaved' && <Note id="stadtverbund.doubts.unsaved" />}
      {state.phase === 'loading' && <Note id="stadtverbund.doubts.loading" />}
      {state.phase === 'failed' && <Failure onRetry={reload} />}
      {state.phase === 'loaded' && state.doubts.length === 0 && <Note id="stadtverbund.doubts.none" />}
      {state.phase === 'loaded' && state.doubts.map((doubt) => <DoubtRow key={keyOf(doubt)} doubt={doubt} />)}
    </Flex>
  );
}

function keyOf({ path, message }: Doubt): string {
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
      <Note id="stadtverbund.doubts.failed" />
      <Button variant="tertiary" onClick={onRetry}>
        {intl.formatMessage({ id: 'stadtverbund.doubts.retry' })}
      </Button>
    </>
  );
}

function DoubtRow({ doubt }: { doubt: Doubt }) {
  return (
    <Flex gap={2} alignItems="flex-start" width="100%">
      <WarningCircle fill="warning600" width="1.6rem" height="1.6rem" aria-hidden style={{ flexShrink: 0 }} />
      <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {doubt.message}
      </Typography>
    </Flex>
  );
}
