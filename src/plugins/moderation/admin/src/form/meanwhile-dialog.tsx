import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { createGlobalStyle } from 'styled-components';
import { formatTime } from '#src/admin/components/domain/formats';
import { useLabels, useSchemas } from '../api/use-schemas';
import { languageName } from '../domain/language-name';
import type { Context } from '../review/field-value';
import { useText } from '../translations/use-text';
import { ChoiceField, OtherField, type Choices } from './meanwhile-field';
import type { Meanwhile } from './form-session';

interface Props {
  readonly model: string;
  readonly meanwhile: Meanwhile;
  /** The choices made before the dialog was remounted. */
  readonly chosen: Choices;
  readonly onChoice: (choices: Choices) => void;
  /** @param theirs the fields that keep the current state */
  readonly onChoose: (theirs: readonly string[]) => void;
  readonly onClose: () => void;
}

// On a phone, Strapi's message about the refused save would cover the title; the dialog says more.
const WithoutMessages = createGlobalStyle`
  @media (max-width: 768px) {
    [data-sonner-toaster] {
      display: none;
    }
  }
`;

// Repeated automatically after the choice; to discard or delete, the user presses the button again.
const AGAIN = ['updateDocument', 'publishDocument'];

/** Shows what others have written since the form was opened, and asks field by field whose version stays. */
export function MeanwhileDialog({ model, meanwhile, chosen, onChoice, onChoose, onClose }: Props) {
  const text = useText();
  const schemas = useSchemas();
  const labels = useLabels(schemas);
  const { locale } = useIntl();
  const list = useRef<HTMLDivElement>(null);
  const [choices, setChoices] = useState(chosen);
  const [isMissing, setMissing] = useState(false);
  const { by, changes, endpoint } = meanwhile;
  const conflicts = changes.filter(({ conflict }) => conflict);
  const others = changes.filter(({ conflict }) => !conflict);
  const context: Context = { schemas, labels, currency: 'EUR' };
  const labelOf = (change: (typeof changes)[number]): string => {
    const label = labels.ofField(model, change.field);
    const isElsewhere = changes.some((other) => other.locale !== change.locale);
    return isElsewhere ? `${label} (${languageName(change.locale, locale)})` : label;
  };
  const choose = (next: Choices): void => {
    setChoices(next);
    onChoice(next);
  };
  const confirm = (): void => {
    const open = conflicts.find(({ field }) => !choices[field]);
    if (!open) {
      onChoose(conflicts.map(({ field }) => field).filter((field) => choices[field] === 'theirs'));
      return;
    }
    setMissing(true);
    list.current?.querySelector<HTMLElement>(`[data-choice="${open.field}"] [role=radio]`)?.focus();
  };
  const who = by?.name ?? text(`actor.${by?.kind ?? 'system'}`);
  const when = by ? formatTime(by.at, locale) : '';
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <WithoutMessages />
      <Modal.Content data-meanwhile>
        <Modal.Header closeLabel={text('decision.close')}>
          <Modal.Title>{text('form.meanwhile.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex ref={list} direction="column" alignItems="stretch" gap={6}>
            <Typography tag="p">
              {text(conflicts.length > 0 ? 'form.meanwhile.conflict' : 'form.meanwhile.unseen', {
                who,
                when,
              })}
            </Typography>
            {conflicts.map((change) => (
              <ChoiceField
                key={change.field}
                change={change}
                label={labelOf(change)}
                context={context}
                choice={choices[change.field] ?? null}
                isMissing={isMissing && !choices[change.field]}
                onChoice={(choice) => choose({ ...choices, [change.field]: choice })}
              />
            ))}
            {conflicts.length > 0 && others.length > 0 && (
              <Typography tag="h3" variant="delta">
                {text('form.meanwhile.others')}
              </Typography>
            )}
            {others.map((change) => (
              <OtherField
                key={`${change.locale} ${change.field}`}
                change={change}
                label={labelOf(change)}
                context={context}
              />
            ))}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{text('decision.cancel')}</Button>
          </Modal.Close>
          <Button onClick={confirm}>
            {text(
              AGAIN.includes(endpoint)
                ? `form.meanwhile.${endpoint as 'updateDocument'}`
                : 'form.meanwhile.seen',
            )}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
