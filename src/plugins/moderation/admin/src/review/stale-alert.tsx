import { Box, Button } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { Callout } from '#src/admin/components/callout';
import { useText } from '../translations/use-text';

/** Says that the version on the page is no longer the current one. Takes the focus, so that nobody overlooks it. */
export function StaleAlert({ onReload }: { onReload: () => void }) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Box ref={box} tabIndex={-1} role="alert" paddingBottom={4} data-stale>
      <Callout
        variant="warning"
        title={text('stale.title')}
        action={<Button onClick={onReload}>{text('stale.reload')}</Button>}
      >
        {text('stale.text')}
      </Callout>
    </Box>
  );
}
