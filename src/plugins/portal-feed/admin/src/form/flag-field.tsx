import { Box, Checkbox, Typography } from '@strapi/design-system';
import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Yes, or nothing. */
export function FlagField({ label, hint, error, checked, onChange }: Props) {
  const id = useId();
  return (
    <Box>
      <Checkbox aria-describedby={id} checked={checked} onCheckedChange={(value) => onChange(value === true)}>
        {label}
      </Checkbox>
      <Typography id={id} tag="p" variant="pi" textColor={error ? 'danger600' : 'neutral600'}>
        {error ?? hint}
      </Typography>
    </Box>
  );
}
