import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ChosenEntry } from '#src/plugins/moderation/server/src/panel-contract';
import { languageName } from '../domain/language-name';
import { useText } from '../translations/use-text';

interface Props<Entry extends ChosenEntry> {
  readonly entries: readonly Entry[];
  readonly localesOf?: (entry: Entry) => readonly string[];
  /** A note about one entry. */
  readonly noteOf?: (entry: Entry) => string;
}

/** The names of any number of entries with their languages or a note; a long list scrolls. */
export function ChosenList<Entry extends ChosenEntry>({
  entries,
  localesOf = () => [],
  noteOf,
}: Props<Entry>) {
  const text = useText();
  const { locale } = useIntl();
  return (
    // It scrolls, so it must be reachable by keyboard.
    <Box
      maxHeight="20rem"
      overflow="auto"
      tabIndex={0}
      role="group"
      aria-label={text('chosen.list')}
      hasRadius
      borderColor="neutral200"
      padding={3}
    >
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {entries.map((entry) => (
          <li key={entry.documentId}>
            <Typography tag="span" fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
              {entry.title ?? text('queue.untitled')}
            </Typography>
            {localesOf(entry).length > 0 && (
              <Typography tag="span" textColor="neutral600">
                {` (${localesOf(entry)
                  .map((code) => languageName(code, locale))
                  .join(', ')})`}
              </Typography>
            )}
            {noteOf && <Typography tag="span">{`: ${noteOf(entry)}`}</Typography>}
          </li>
        ))}
      </Flex>
    </Box>
  );
}
