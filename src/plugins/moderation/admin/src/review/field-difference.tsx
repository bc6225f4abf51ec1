import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { FieldDifference as Difference } from '#src/plugins/moderation/server/src/domain/diff';
import type { ShownAttribute } from '#src/plugins/moderation/server/src/panel-contract';
import { useText } from '../translations/use-text';
import { FieldValue, type Context, type Side } from './field-value';

interface Props {
  readonly field: Difference;
  readonly attribute: ShownAttribute;
  readonly label: string;
  /** False for a document that was never public, so that there is nothing to compare with. */
  readonly hasBefore: boolean;
  readonly context: Context;
}

/** One changed field: public on the left, submitted on the right; one below the other if space is limited. */
export function FieldDifference({ field, attribute, label, hasBefore, context }: Props) {
  const id = useId();
  return (
    <Box tag="section" aria-labelledby={id} paddingTop={4} paddingBottom={4} data-field={field.name}>
      <Typography id={id} variant="omega" fontWeight="bold" tag="h4">
        {label}
      </Typography>
      <Grid.Root gap={5} paddingTop={2}>
        {hasBefore && <SideColumn side="before" field={field} attribute={attribute} context={context} />}
        <SideColumn side="after" field={field} attribute={attribute} context={context} wide={!hasBefore} />
      </Grid.Root>
    </Box>
  );
}

interface ColumnProps {
  readonly side: Side;
  readonly field: Difference;
  readonly attribute: ShownAttribute;
  readonly context: Context;
  readonly wide?: boolean;
}

function SideColumn({ side, field, attribute, context, wide }: ColumnProps) {
  const text = useText();
  const other = side === 'before' ? field.after : field.before;
  return (
    <Grid.Item col={wide ? 12 : 6} xs={12} s={wide ? 12 : 6} alignItems="stretch" direction="column">
      <Flex direction="column" alignItems="stretch" gap={1} width="100%" data-side={side}>
        {!wide && (
          <Typography variant="sigma" textColor="neutral600">
            {text(side === 'before' ? 'review.before' : 'review.after')}
          </Typography>
        )}
        <FieldValue
          {...attribute}
          value={field[side]}
          // With nothing to compare, the whole value is new, and marking all of it would be pointless.
          other={wide ? field.after : other}
          side={side}
          context={context}
        />
      </Flex>
    </Grid.Item>
  );
}
