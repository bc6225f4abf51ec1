import { Typography } from '@strapi/design-system';
import type { ChosenEntry } from '#src/plugins/moderation/server/src/panel-contract';
import { useModerationApi } from '../api/use-moderation-api';
import { useText } from '../translations/use-text';
import { ChosenDialog } from './chosen-dialog';
import { ChosenList } from './chosen-list';
import { useIsSuperAdmin } from './use-super-admin';

interface Props {
  readonly model: string;
  readonly documentIds: readonly string[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const everPublic = (entry: ChosenEntry): boolean => entry.everPublic;
const localesOf = ({ locales }: ChosenEntry): readonly string[] => locales;

/** Deletes entries for good, in all languages; first says which of them stay because the public has seen them. */
export function DeleteDialog({ model, documentIds, onDone, onClose }: Props) {
  const text = useText();
  const api = useModerationApi();
  const isSuperAdmin = useIsSuperAdmin();
  const kept = (entries: readonly ChosenEntry[]) => (isSuperAdmin ? [] : entries.filter(everPublic));
  return (
    <ChosenDialog
      model={model}
      documentIds={documentIds}
      confirm={text('delete.confirm')}
      mayConfirm={(entries) => entries.length > 0 && kept(entries).length === 0}
      carryOut={async (entries) => {
        await api.deleteAll(
          model,
          entries.map(({ documentId }) => documentId),
        );
        return text('delete.done', { count: entries.length });
      }}
      onDone={onDone}
      onClose={onClose}
      body={(entries) =>
        kept(entries).length > 0 ? (
          <>
            <Typography>{text('delete.kept', { count: kept(entries).length })}</Typography>
            <ChosenList entries={kept(entries)} localesOf={localesOf} />
          </>
        ) : (
          <>
            <Typography>{text('delete.question', { count: entries.length })}</Typography>
            <ChosenList entries={entries} localesOf={localesOf} />
          </>
        )
      }
    />
  );
}
