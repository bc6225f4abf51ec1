import { Button, Dialog, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { formatTime } from '#src/admin/components/domain/formats';
import { useLabels, useSchemas } from '../api/use-schemas';
import { useText } from '../translations/use-text';
import type { KeptInput } from './domain/kept-input';

interface Props {
  readonly model: string;
  readonly offer: KeptInput;
  readonly onRestore: () => void;
  readonly onDiscard: () => void;
}

/** Offers what was typed and not saved. It cannot be dismissed, since the user would not know what became of it. */
export function KeptDialog({ model, offer, onRestore, onDiscard }: Props) {
  const text = useText();
  const { locale } = useIntl();
  const labels = useLabels(useSchemas());
  const names = Object.keys(offer.fields).map((field) => labels.ofField(model, field));
  return (
    <Dialog.Root open>
      <Dialog.Content data-kept-input>
        <Dialog.Header>{text('form.kept.title')}</Dialog.Header>
        <Dialog.Body>
          <Typography tag="p" textAlign="center">
            {text('form.kept.text', { time: formatTime(offer.at, locale), names: names.join(', ') })}
          </Typography>
        </Dialog.Body>
        <Dialog.Footer>
          <Button fullWidth variant="tertiary" onClick={onDiscard}>
            {text('form.kept.discard')}
          </Button>
          <Button fullWidth onClick={onRestore}>
            {text('form.kept.restore')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
