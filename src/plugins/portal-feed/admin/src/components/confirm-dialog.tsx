import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';
import { useReturnedFocus } from '#src/admin/components/use-returned-focus';
import { useText } from '../translations/use-text';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks for confirmation of something that cannot be undone. The focus starts on "cancel" and returns to the opener. */
export function ConfirmDialog({ title, children, confirm, danger, busy, onConfirm, onClose }: Props) {
  const text = useText();
  const focus = useReturnedFocus();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Content {...focus}>
        <Dialog.Header>{title}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle />}>{children}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {text('dialog.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button variant={danger ? 'danger' : 'default'} fullWidth loading={busy} onClick={onConfirm}>
            {confirm}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
