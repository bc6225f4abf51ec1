import { useCallback, useState, type ReactNode } from 'react';
import type { FormField } from '@stadtverbund/client';
import { useApp, type App } from '../app-context';
import { defaultsOf } from '../domain/defaults';
import type { AppLanguage } from '../domain/place';
import { isValues, type Values } from '../domain/values';
import { DocumentForm } from '../form/document-form';
import type { About, Subject } from '../form/use-entered';
import { keptDraft, type DraftKey } from '../kept/drafts';
import { useLoaded } from '../loaded';
import { PlaceLink, WhenLoaded } from '../parts';
import { formPartsOf, type FormParts } from './document';
import { Submitted } from './submitted';
import { TextLanguage } from './text-language';

// Most read it, and what has no other language is shown in this one.
const FIRST_LANGUAGE: AppLanguage = 'de';

interface Begun {
  readonly parts: FormParts;
  readonly about: About;
}

/** The business that it is of: the one that was named, or the only one. */
async function businessOf(
  { city, remember }: Pick<App, 'city' | 'remember'>,
  field: FormField | undefined,
  id: string | undefined,
): Promise<Values> {
  if (!field?.relation) return {};
  const { collection } = field.relation;
  const { data } = await remember(`list/${collection}`, () => city.mine.list(collection, { pageSize: 100 }));
  const own = (data as readonly unknown[]).filter(isValues);
  const found =
    id === undefined ? (own.length === 1 ? own[0] : undefined) : own.find((one) => one['documentId'] === id);
  return found ? { [field.name]: { documentId: found['documentId'], name: found['name'] } } : {};
}

function useBegun(collection: string, business: string | undefined, locale: AppLanguage) {
  const { account, city, remember, settings } = useApp();
  const load = useCallback(async (): Promise<Begun | undefined> => {
    const asking = { city, remember, settings };
    const parts = await formPartsOf(asking, collection);
    if (!parts) return undefined;
    const { fields, name, business: relation } = parts.collection;
    const draftKey: DraftKey = { account, place: 'new', collection, id: business ?? '', locale };
    const of = await businessOf(
      asking,
      fields.find((field) => field.name === relation),
      business,
    );
    const subject = { values: { ...defaultsOf(fields, new Date()), ...of } };
    return { parts, about: { draftKey, fields, naming: name, subject, kept: await keptDraft(draftKey) } };
  }, [account, city, remember, settings, collection, business, locale]);
  return useLoaded(load);
}

/** Whom the city admits, before anything is typed. */
function Admission({ parts }: { readonly parts: FormParts }): ReactNode {
  const { words } = useApp();
  const { admission } = parts.schema;
  const sizes = parts.collection.fields.find(({ name }) => name === 'sizeClass')?.options ?? [];
  if (parts.collection.business !== 'self') return null;
  const admitted = sizes.filter((one) => one.admitted).map(({ label }) => label);
  const isForAll = admitted.length === sizes.length && admission.chains;
  if (isForAll) return null;
  return (
    <p className="notice">
      {words.create.admission(admitted.join(', '))}
      {!admission.chains && ` ${words.create.noChains}`}
    </p>
  );
}

/** Enters something new. @param id of the business that it is of */
export function New({
  collection,
  id,
}: {
  readonly collection: string;
  readonly id: string | undefined;
}): ReactNode {
  const { words, moved } = useApp();
  const [locale, setLocale] = useState<AppLanguage>(FIRST_LANGUAGE);
  const { loaded, reload } = useBegun(collection, id, locale);
  const [submitted, setSubmitted] = useState<Subject>();
  if (submitted) return <Submitted collection={collection} subject={submitted} />;
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {(begun) => {
        if (!begun) return <p>{words.edit.unknown}</p>;
        const { parts, about } = begun;
        return (
          <>
            <h1 tabIndex={-1}>{words.create.title(parts.collection.label.singular)}</h1>
            <p className="lead">{words.create.lead}</p>
            {parts.collection.business === 'self' && (
              <p>
                <PlaceLink to={{ name: 'find' }} className="tall">
                  {words.create.findFirst}
                </PlaceLink>
              </p>
            )}
            <Admission parts={parts} />
            <TextLanguage fields={about.fields} locale={locale} choose={setLocale} />
            <DocumentForm
              key={JSON.stringify(about.draftKey)}
              about={about}
              onSaved={({ documentId }) =>
                documentId !== undefined && moved({ name: 'edit', collection, id: documentId })
              }
              onSubmitted={setSubmitted}
            />
          </>
        );
      }}
    </WhenLoaded>
  );
}
