import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { ChosenEntry } from '#src/plugins/moderation/server/src/panel-contract';
import { FailureNote, Loading, Note } from '#src/admin/components/notes';
import { useText } from '../translations/use-text';
import { ChosenList } from './chosen-list';
import { nameHeads } from './name-heads';
import { useChosenEntries } from './use-chosen-entries';

interface Row {
  readonly documentId: string;
  readonly status?: string;
}

interface Props {
  readonly model: string;
  readonly documents: readonly Row[];
  /** Strapi's own dialog for these rows, called like a hook; `null` if none of them is left to publish. */
  readonly useOriginal: (rows: readonly Row[]) => ((props: { onClose: () => void }) => ReactNode) | null;
  readonly onClose: () => void;
}

type HeldBack = ChosenEntry & {
  readonly state: Exclude<ChosenEntry['state'], null | { readonly kind: 'waiting' }>;
};

const isHeldBack = (entry: ChosenEntry): entry is HeldBack =>
  entry.state !== null && entry.state.kind !== 'waiting';

/** Strapi's dialog for several rows, without those that the server would refuse: it names them, and what to do. */
export function PublishDialog({ model, documents, useOriginal, onClose }: Props) {
  const text = useText();
  const { value, failure, reload } = useChosenEntries(
    model,
    documents.map(({ documentId }) => documentId),
  );
  const states = new Map(value?.map((entry) => [entry.documentId, entry]));
  const rows = documents.flatMap((row) => {
    const entry = states.get(row.documentId);
    if (!entry || isHeldBack(entry)) return [];
    // Shown as published though not visible yet, since Strapi has no other word for it.
    return [entry.state ? { ...row, status: 'published' } : row];
  });
  const original = useOriginal(rows)?.({ onClose });
  nameHeads(original, text);
  const heldBack = value?.filter(isHeldBack) ?? [];
  if (original && heldBack.length === 0) return original;
  return (
    <>
      {/* The body of a dialog takes all available height, and Strapi's own is below. */}
      <Box padding={7} paddingBottom={original ? 0 : 7}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {failure && <FailureNote failure={failure} onRetry={reload} />}
          {!value && !failure && <Loading />}
          {heldBack.length > 0 && (
            <>
              <Typography>{text('publish.held-back', { count: heldBack.length })}</Typography>
              <ChosenList
                entries={heldBack}
                noteOf={({ state }) => text(`publish.held-back.${state.kind}`)}
              />
            </>
          )}
          {value && !original && rows.length > 0 && (
            <Note>{text('publish.public-already', { count: rows.length })}</Note>
          )}
        </Flex>
      </Box>
      {original ?? (
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {text('publish.close')}
          </Button>
        </Modal.Footer>
      )}
    </>
  );
}
