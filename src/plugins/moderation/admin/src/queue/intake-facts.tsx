import { Box, Flex, Typography } from '@strapi/design-system';
import type { Fact, FactValue } from '#src/plugins/moderation/server/src/contract';
import { useText } from '../translations/use-text';

/** What there is to decide by. */
export function IntakeFacts({ facts }: { facts: readonly Fact[] }) {
  const text = useText();
  if (facts.length === 0) return null;
  const inWords = ({ text: said, word }: FactValue): string =>
    [said, word && text(`intake.word.${word}`)].filter(Boolean).join(': ');
  return (
    <Flex tag="dl" background="neutral100" hasRadius padding={3} gap={3} wrap="wrap" alignItems="flex-start">
      {facts.map(({ name, values }) => (
        <Box key={name} style={{ flex: '1 1 22rem', minWidth: 0 }}>
          <Typography tag="dt" variant="pi" textColor="neutral600">
            {text(`intake.fact.${name}`)}
          </Typography>
          <Typography tag="dd" style={{ overflowWrap: 'anywhere', margin: 0 }}>
            {values.map(inWords).join(' · ')}
          </Typography>
        </Box>
      ))}
    </Flex>
  );
}
