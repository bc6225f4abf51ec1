import { Field, Textarea, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { ChosenEntry } from '#src/plugins/moderation/server/src/panel-contract';
import { Choice } from '#src/admin/components/choice';
import { Note } from '#src/admin/components/notes';
import { useModerationApi } from '../api/use-moderation-api';
import { useSchemas } from '../api/use-schemas';
import type { Grounds } from '#src/plugins/moderation/server/src/contract';
import { GroundsFields, NO_GROUNDS } from '../components/grounds-fields';
import { textIn } from '../templates/text-in';
import { useTemplates } from '../templates/use-templates';
import { useText } from '../translations/use-text';
import { ChosenDialog } from './chosen-dialog';
import { ChosenList } from './chosen-list';

interface Props {
  readonly model: string;
  readonly documentIds: readonly string[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const isPublic = ({ published }: ChosenEntry): boolean => published;

/** Withdraws entries from the public in all their languages, after listing them. */
export function TakeDownDialog({ model, documentIds, onDone, onClose }: Props) {
  const text = useText();
  const api = useModerationApi();
  // Moderated types require a reason, which is sent to the businesses.
  const moderated = useSchemas().moderated.includes(model);
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [grounds, setGrounds] = useState<Grounds>(NO_GROUNDS);
  const [missing, setMissing] = useState(false);

  const carryOut = async (entries: readonly ChosenEntry[]): Promise<string | null> => {
    if (moderated && reason.trim() === '') {
      setMissing(true);
      field.current?.focus();
      return null;
    }
    const ids = entries.filter(isPublic).map(({ documentId }) => documentId);
    const taken = await api.takeDown(model, ids, moderated ? reason : '', moderated ? grounds : NO_GROUNDS);
    return text('take-down.done', { count: taken.length });
  };

  return (
    <ChosenDialog
      model={model}
      documentIds={documentIds}
      confirm={text('take-down.confirm')}
      mayConfirm={(entries) => entries.some(isPublic)}
      carryOut={carryOut}
      onDone={onDone}
      onClose={onClose}
      body={(entries) => (
        <>
          <Typography>{text('take-down.question', { count: entries.filter(isPublic).length })}</Typography>
          {entries.some(isPublic) && (
            <ChosenList
              entries={entries.filter(isPublic)}
              localesOf={({ publishedLocales }) => publishedLocales}
            />
          )}
          {!entries.every(isPublic) && (
            <Note>
              {text('take-down.untouched', { count: entries.filter((entry) => !isPublic(entry)).length })}
            </Note>
          )}
          {moderated && (
            <>
              <ReasonTemplateChoice reason={reason} onReason={setReason} />
              <GroundsFields grounds={grounds} onGrounds={setGrounds} />
              <Field.Root
                name="reason"
                required
                hint={text(
                  entries.some(({ managed }) => managed) ? 'take-down.mailed' : 'take-down.not-mailed',
                )}
                error={missing && reason.trim() === '' ? text('decision.reason.missing') : undefined}
              >
                <Field.Label>{text('decision.reason')}</Field.Label>
                <Textarea
                  ref={field}
                  name="reason"
                  value={reason}
                  onChange={(event) => setReason(event.currentTarget.value)}
                />
                <Field.Error />
                <Field.Hint />
              </Field.Root>
            </>
          )}
        </>
      )}
    />
  );
}

/**
 * Fills in the reason from a template for suspensions, in the language of the panel, since there may be several
 * readers.
 */
function ReasonTemplateChoice({ reason, onReason }: { reason: string; onReason: (reason: string) => void }) {
  const text = useText();
  const { locale } = useIntl();
  const templates = (useTemplates(useModerationApi()).value ?? []).filter(
    ({ action }) => action === 'suspend',
  );
  if (templates.length === 0) return null;
  const textOf = (id: string): string => {
    const template = templates.find((candidate) => String(candidate.id) === id);
    return template ? textIn(template, locale) : '';
  };
  const chosen = templates.find(({ id }) => textOf(String(id)) === reason);
  return (
    <Choice
      label={text('decision.template')}
      hint={text('take-down.template.hint')}
      value={chosen ? String(chosen.id) : ''}
      options={[
        { value: '', label: text('decision.template.none') },
        ...templates.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
      onChange={(id) => onReason(textOf(id))}
    />
  );
}
