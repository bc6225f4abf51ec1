import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { LogLine } from '#src/plugins/moderation/server/src/panel-contract';
import { formatTime } from '#src/admin/components/domain/formats';
import { useLabels, useSchemas } from '../api/use-schemas';
import { useText } from '../translations/use-text';
import { Note } from '#src/admin/components/notes';

const SHOWN_AT_FIRST = 5;

/** What happened, newest first; older rows on demand. */
export function LogList({ log, model }: { log: readonly LogLine[]; model: string }) {
  const text = useText();
  const [all, setAll] = useState(false);
  if (log.length === 0) return <Note>{text('log.empty')}</Note>;
  const shown = all ? log : log.slice(0, SHOWN_AT_FIRST);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
        {shown.map((row) => (
          <LogItem key={row.id} row={row} model={model} />
        ))}
      </Flex>
      {shown.length < log.length && (
        <Button variant="tertiary" onClick={() => setAll(true)}>
          {text('log.more', { count: log.length - shown.length })}
        </Button>
      )}
    </Flex>
  );
}

function LogItem({ row, model }: { row: LogLine; model: string }) {
  const text = useText();
  const labels = useLabels(useSchemas());
  const { locale } = useIntl();
  const name = row.actor.name ?? text(`actor.${row.actor.kind}`);
  const changed = [...new Set(row.changedByEditors.map(({ field }) => labels.ofField(model, field)))];
  return (
    <Box tag="li" paddingLeft={3} borderColor="neutral200" borderStyle="solid" borderWidth="0 0 0 2px">
      <Typography tag="p" fontWeight="bold">
        {text(`action.${row.action}.log`)}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {text('log.by', { name, time: formatTime(row.at, locale) })}
      </Typography>
      {changed.length > 0 && (
        <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
          {text('log.changed-by-editors', { names: changed.join(', ') })}
        </Typography>
      )}
      {row.reason && (
        <Typography tag="p" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {row.reason}
        </Typography>
      )}
    </Box>
  );
}
