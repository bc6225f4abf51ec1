import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useLoaded } from '#src/admin/components/use-loaded';

interface Attribute {
  readonly type: string;
  readonly component?: string;
  readonly pluginOptions?: { readonly i18n?: { readonly localized?: boolean } };
}

export interface Schema {
  readonly uid: string;
  readonly info: { readonly displayName: string };
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly pluginOptions?: { readonly i18n?: { readonly localized?: boolean } };
}

export interface Schemas {
  /** Content types and components by uid. */
  readonly byUid: ReadonlyMap<string, Schema>;
  readonly moderated: readonly string[];
}

const NONE: Schemas = { byUid: new Map(), moderated: [] };

// The schemas change only when the server restarts, so the first component to need them loads them, once per page load.
let known: Promise<Schemas> | undefined;

/** The schemas, as the content manager provides them to any admin user. Empty until they are loaded. */
export function useSchemas(): Schemas {
  const { get } = useFetchClient();
  const load = useCallback(() => {
    known ??= readSchemas(get).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  }, [get]);
  return useLoaded(load).value ?? NONE;
}

async function readSchemas(get: ReturnType<typeof useFetchClient>['get']): Promise<Schemas> {
  // With a separate signal: the component that asks may be gone before the answer arrives, and others wait for it too.
  const { signal } = new AbortController();
  const [init, types] = await Promise.all([
    get<{ data: { contentTypes: Schema[]; components: Schema[] } }>('/content-manager/init', { signal }),
    get<{ data: string[] }>('/moderation/types', { signal }),
  ]);
  const { contentTypes, components } = init.data.data;
  return {
    byUid: new Map([...contentTypes, ...components].map((schema) => [schema.uid, schema])),
    moderated: types.data.data,
  };
}

/** The names of a content type and its fields in the user's language, as everywhere else in the panel. */
export function useLabels({ byUid }: Schemas) {
  const intl = useIntl();
  const translated = useCallback(
    (id: string, otherwise: string) =>
      id in intl.messages ? intl.formatMessage({ id, defaultMessage: otherwise }) : otherwise,
    [intl],
  );
  const ofType = useCallback(
    (uid: string) => {
      if (byUid.size === 0) return '…';
      const name = byUid.get(uid)?.info.displayName ?? uid.split('.').at(-1) ?? uid;
      return translated(name, name);
    },
    [byUid, translated],
  );
  const ofField = useCallback(
    (uid: string, field: string) => {
      const kind = uid.includes('::') ? 'content-types' : 'components';
      return translated(`content-manager.${kind}.${uid}.${field}`, field);
    },
    [translated],
  );
  const ofTerm = useCallback((term: string) => translated(term, term), [translated]);
  return { ofType, ofField, ofTerm };
}

export type Labels = ReturnType<typeof useLabels>;
