import { Box, Flex, Grid, Radio, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { ChangedField } from '#src/plugins/moderation/server/src/panel-contract';
import { FieldValue, type Context } from '../review/field-value';
import { useText } from '../translations/use-text';

export type Choice = 'mine' | 'theirs';

/** By the name of the field. */
export type Choices = Readonly<Record<string, Choice>>;

interface Props {
  readonly change: ChangedField;
  readonly label: string;
  readonly context: Context;
}

interface ChoiceProps extends Props {
  readonly choice: Choice | null;
  readonly isMissing: boolean;
  readonly onChoice: (choice: Choice) => void;
}

/** A field that both have written: the two values side by side, differences marked, and the choice between them. */
export function ChoiceField({ change, label, context, choice, isMissing, onChoice }: ChoiceProps) {
  const text = useText();
  const id = useId();
  const value = (side: 'before' | 'after') => (
    <FieldValue
      name={change.field}
      type={change.type}
      component={change.component}
      value={side === 'before' ? change.now : change.yours}
      other={side === 'before' ? change.yours : change.now}
      side={side}
      context={context}
    />
  );
  return (
    <Box tag="section" aria-labelledby={id} data-choice={change.field}>
      <Typography id={id} tag="h3" variant="delta">
        {label}
      </Typography>
      {isMissing && (
        <Typography tag="p" textColor="danger600" role="alert">
          {text('form.meanwhile.missing')}
        </Typography>
      )}
      <Radio.Group
        aria-labelledby={id}
        value={choice ?? ''}
        onValueChange={(next: string) => onChoice(next as Choice)}
      >
        <Grid.Root gap={4} paddingTop={2}>
          <Option value="mine" label={text('form.meanwhile.mine')}>
            {value('after')}
          </Option>
          <Option value="theirs" label={text('form.meanwhile.theirs')}>
            {value('before')}
          </Option>
        </Grid.Root>
      </Radio.Group>
    </Box>
  );
}

function Option({ value, label, children }: { value: Choice; label: string; children: React.ReactNode }) {
  return (
    <Grid.Item col={6} s={6} xs={12} direction="column" alignItems="stretch">
      <Flex
        direction="column"
        alignItems="stretch"
        gap={2}
        padding={4}
        hasRadius
        borderColor="neutral200"
        height="100%"
        justifyContent="flex-start"
      >
        <Radio.Item value={value}>{label}</Radio.Item>
        {children}
      </Flex>
    </Grid.Item>
  );
}

/** A field that only others have written, with its current value. */
export function OtherField({ change, label, context }: Props) {
  const id = useId();
  return (
    <Box tag="section" aria-labelledby={id}>
      <Typography id={id} tag="h3" variant="omega" fontWeight="bold">
        {label}
      </Typography>
      <FieldValue
        name={change.field}
        type={change.type}
        component={change.component}
        value={change.now}
        other={change.now}
        side="after"
        context={context}
      />
    </Box>
  );
}
