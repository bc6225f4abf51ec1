import { Button, Field, Flex, Modal, Textarea } from '@strapi/design-system';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useReturnedFocus } from '#src/admin/components/use-returned-focus';
import { useText } from '../translations/use-text';

interface Props {
  readonly open: boolean;
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly confirm: string;
  readonly required: boolean;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** Above the text: a choice of templates. */
  readonly children?: ReactNode;
  /** Instead of the form: the templates being edited. */
  readonly instead?: ReactNode;
}

const FORM = 'moderation-reason';

/** Asks for a reason. The focus moves to the text, stays in the dialog, and returns to the button that opened it. */
export function ReasonDialog(props: Props) {
  const text = useText();
  const focus = useReturnedFocus();
  return (
    <Modal.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Modal.Content
        {...focus}
        onOpenAutoFocus={(event) => {
          focus.onOpenAutoFocus();
          focusText(event);
        }}
      >
        <Modal.Header closeLabel={text('decision.close')}>
          <Modal.Title>{props.title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>{props.instead ?? <ReasonForm {...props} />}</Modal.Body>
        {!props.instead && (
          <Modal.Footer>
            <Modal.Close>
              <Button variant="tertiary">{text('decision.cancel')}</Button>
            </Modal.Close>
            <Button
              type="submit"
              form={FORM}
              variant={props.danger ? 'danger' : 'default'}
              loading={props.busy}
            >
              {props.confirm}
            </Button>
          </Modal.Footer>
        )}
      </Modal.Content>
    </Modal.Root>
  );
}

// Not in an effect of the form, which would run before the dialog has noted where to return the focus.
function focusText(event: Event): void {
  const text = event.target instanceof HTMLElement ? event.target.querySelector('textarea') : null;
  if (!text) return;
  event.preventDefault();
  text.focus();
}

function ReasonForm({ children, label, hint, required, reason, onReason, onConfirm }: Props) {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [missing, setMissing] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The form is in a React portal: without this the event would also reach the edit view behind.
    event.stopPropagation();
    if (required && reason.trim() === '') {
      setMissing(true);
      field.current?.focus();
    } else onConfirm();
  };

  return (
    <form id={FORM} onSubmit={submit} noValidate>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {children}
        <Field.Root
          name="reason"
          required={required}
          hint={hint}
          error={missing && reason.trim() === '' ? text('decision.reason.missing') : undefined}
        >
          <Field.Label>{label}</Field.Label>
          <Textarea
            ref={field}
            name="reason"
            value={reason}
            onChange={(event) => onReason(event.currentTarget.value)}
          />
          <Field.Error />
          <Field.Hint />
        </Field.Root>
      </Flex>
    </form>
  );
}
