import { Field, Flex, Radio, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { PanelBox } from '#src/admin/components/panel-box';
import type { OnFilterChange } from '#src/plugins/portal-feed/server/src/contract';
import { useText } from '../translations/use-text';

const CHOICES = ['resend', 'snapshot'] as const;

interface Props {
  readonly value: OnFilterChange;
  readonly onChange: (value: OnFilterChange) => void;
}

/** Asked when a filter has changed, since the portal still has what the old one let through. */
export function FilterChangeChoice({ value, onChange }: Props) {
  const text = useText();
  const id = useId();
  return (
    <PanelBox title={text('change.title')}>
      <Typography id={id}>{text('change.text')}</Typography>
      <Radio.Group
        aria-labelledby={id}
        value={value}
        onValueChange={(chosen: string) => onChange(chosen === 'resend' ? 'resend' : 'snapshot')}
      >
        <Flex direction="column" alignItems="flex-start" gap={4}>
          {CHOICES.map((choice) => (
            <Field.Root key={choice} hint={text(`change.${choice}.hint`)}>
              <Radio.Item value={choice}>{text(`change.${choice}`)}</Radio.Item>
              <Field.Hint />
            </Field.Root>
          ))}
        </Flex>
      </Radio.Group>
    </PanelBox>
  );
}
