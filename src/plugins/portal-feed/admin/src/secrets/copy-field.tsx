import { Box, Button, Field, Flex, TextInput } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';
import { useRef, useState } from 'react';
import { HiddenText } from '../components/hidden-text';
import { useText } from '../translations/use-text';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
}

/** A value to be copied. If the browser refuses clipboard access (plain HTTP), it is selected for Ctrl+C. */
export function CopyField({ name, label, hint, value }: Props) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'idle' | 'copied' | 'selected'>('idle');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
    } catch (error) {
      console.warn('The browser keeps the clipboard to itself.', error);
      field.current?.select();
      setState('selected');
    }
  };
  return (
    <Field.Root name={name} hint={hint}>
      <Field.Label>{label}</Field.Label>
      <Flex gap={2} alignItems="stretch" wrap="wrap">
        <Box style={{ flex: '1 1 24rem', minWidth: 0 }}>
          <TextInput
            ref={field}
            value={value}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
            style={{ fontFamily: 'monospace' }}
          />
        </Box>
        <Button
          variant="secondary"
          size="L"
          startIcon={state === 'copied' ? <Check /> : <Duplicate />}
          onClick={() => void copy()}
          aria-label={text('secrets.copy-of', { name: label })}
        >
          {text(state === 'copied' ? 'secrets.copied' : 'secrets.copy')}
        </Button>
      </Flex>
      <Field.Hint />
      <HiddenText role="status">
        {state === 'copied' && text('secrets.copied-of', { name: label })}
        {state === 'selected' && text('secrets.selected')}
      </HiddenText>
    </Field.Root>
  );
}
