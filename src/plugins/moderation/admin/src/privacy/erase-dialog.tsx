import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { useAnnounce } from '#src/admin/components/use-announce';
import { useReturnedFocus } from '#src/admin/components/use-returned-focus';
import { Choice } from '#src/admin/components/choice';
import type { PersonFound } from '#src/plugins/moderation/server/src/panel-contract';
import { useText } from '../translations/use-text';
import type { Person, PrivacyApi } from './use-privacy-api';

const LISTINGS = ['leave', 'remove'] as const;

interface Props {
  readonly api: PrivacyApi;
  readonly person: Person;
  readonly found: PersonFound;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const FORM = 'privacy-erase';

/** Has the address typed before anything is erased. The focus starts in the field and returns to the opener. */
export function EraseDialog({ api, person, found, onDone, onClose }: Props) {
  const text = useText();
  const announce = useAnnounce();
  const focus = useReturnedFocus();
  const [typed, setTyped] = useState('');
  const [listings, setListings] = useState<(typeof LISTINGS)[number]>('leave');
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const shown = found.email ?? found.account?.username ?? '';

  const erase = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await api.erase(person, typed, listings);
      announce.done(text('privacy.erased'));
      onDone();
    } catch (error) {
      setRefused(announce.failed(error)?.message ?? undefined);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content {...focus}>
        <Modal.Header closeLabel={text('decision.close')}>
          <Modal.Title>{text('privacy.erase.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={FORM} onSubmit={(event) => void erase(event)} noValidate>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography>{text('privacy.erase.text')}</Typography>
              <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
                {shown}
              </Typography>
              {found.account && (
                <Choice
                  label={text('privacy.listings')}
                  value={listings}
                  options={LISTINGS.map((value) => ({ value, label: text(`privacy.listings.${value}`) }))}
                  onChange={setListings}
                />
              )}
              <Field.Root name="confirmation" required error={refused}>
                <Field.Label>{text('privacy.erase.type')}</Field.Label>
                <TextInput
                  value={typed}
                  autoComplete="off"
                  onChange={(event) => setTyped(event.currentTarget.value)}
                />
                <Field.Error />
              </Field.Root>
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{text('decision.cancel')}</Button>
          </Modal.Close>
          <Button type="submit" form={FORM} variant="danger" loading={busy}>
            {text('privacy.erase.confirm')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
