import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Check boxes for a short list of options. */
export function CheckList({ label, hint, error, options, values, onChange }: Props) {
  const id = useId();
  return (
    <Box tag="fieldset" aria-describedby={id} style={{ border: 'none', padding: 0, margin: 0, minWidth: 0 }}>
      <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800">
        {label}
      </Typography>
      <Flex gap={5} wrap="wrap" paddingTop={2} paddingBottom={1}>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            checked={values.includes(option.value)}
            onCheckedChange={(checked) =>
              onChange(
                checked === true
                  ? [...values, option.value]
                  : values.filter((value) => value !== option.value),
              )
            }
          >
            {option.label}
          </Checkbox>
        ))}
      </Flex>
      <Typography id={id} variant="pi" textColor={error ? 'danger600' : 'neutral600'}>
        {error ?? hint}
      </Typography>
    </Box>
  );
}
