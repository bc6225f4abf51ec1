import { useAuth, useNotification, useQueryParams } from '@strapi/strapi/admin';
import { useCallback, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { useLabels, useSchemas } from '../api/use-schemas';
import { useText } from '../translations/use-text';
import { KeptDialog } from './kept-dialog';
import { MeanwhileDialog } from './meanwhile-dialog';
import { formKey, type FormName } from './open-forms';
import { useFormAnswer } from './use-form-answer';
import { useKeptForm } from './use-kept-form';

interface Query {
  readonly status?: string;
  readonly plugins?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Mounted next to the buttons of every edit view; shows nothing until there is something to ask. */
export function FormKeeper() {
  const { collectionType = '', slug = '', id, origin } = useParams();
  const [{ query }] = useQueryParams<Query>();
  const user = useAuth('FormKeeper', (state) => state.user);
  const documentId = origin ?? (id === 'create' ? undefined : id);
  const name = useMemo<FormName>(() => {
    const { plugins, ...rest } = query;
    const params = Object.assign({}, rest, ...Object.values(plugins ?? {})) as FormName['params'];
    return { collectionType, model: slug, documentId, params };
  }, [collectionType, slug, documentId, query]);
  if (!slug.startsWith('api::') || user?.id === undefined) return null;
  const key = formKey(origin ? { model: slug, sourceId: origin, params: name.params } : name);
  const isNew = Boolean(origin) || (documentId === undefined && collectionType !== 'single-types');
  return (
    <Keeper
      key={key}
      name={name}
      formId={key}
      user={Number(user.id)}
      isNew={isNew}
      isPublished={query.status === 'published'}
    />
  );
}

interface Props {
  readonly name: FormName;
  readonly formId: string;
  readonly user: number;
  readonly isNew: boolean;
  readonly isPublished: boolean;
}

function Keeper({ name, formId, user, isNew, isPublished }: Props) {
  const text = useText();
  const labels = useLabels(useSchemas());
  const { toggleNotification } = useNotification();
  const { answer, reread } = useFormAnswer(name, isNew);
  const onMerged = useCallback(
    (fields: readonly string[]) => {
      const names = fields.map((field) => labels.ofField(name.model, field)).join(', ');
      toggleNotification({ type: 'info', message: text('form.merged', { names }), timeout: 10_000 });
    },
    [labels, name.model, text, toggleNotification],
  );
  const kept = useKeptForm({
    key: formId,
    user,
    isUnborn: isNew,
    isPublished,
    answer: isNew ? undefined : answer,
    reread,
    onMerged,
  });
  const { offer, meanwhile } = kept;
  return (
    <>
      {offer && (
        <KeptDialog model={name.model} offer={offer} onRestore={kept.restore} onDiscard={kept.discard} />
      )}
      {meanwhile && (
        <MeanwhileDialog
          model={name.model}
          meanwhile={meanwhile}
          chosen={kept.chosen}
          onChoice={kept.keepChoices}
          onChoose={kept.choose}
          onClose={kept.later}
        />
      )}
    </>
  );
}
