import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { PageOf } from '#src/admin/components/page-of';
import { backendUrl } from '#src/admin/strapi/panel';
import type { DataRequestLine, PersonFound } from '#src/plugins/moderation/server/src/panel-contract';

/** The person of a request: by the account, or by an address without one. */
export interface Person {
  readonly accountId?: number;
  readonly email?: string;
}

export interface PrivacyApi {
  lookUp(person: string): Promise<PersonFound>;
  /** Hands the file to the browser, which saves it. */
  download(person: Person, form: 'json' | 'archive'): Promise<void>;
  erase(person: Person, confirmation: string, listings: 'leave' | 'remove'): Promise<void>;
  log(page: number, signal?: AbortSignal): Promise<PageOf<DataRequestLine>>;
}

const PATH = '/moderation/data-requests';

function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

/** Sends a form, whose answer the browser saves as it comes. */
function postTo(path: string): void {
  const form = Object.assign(document.createElement('form'), {
    method: 'post',
    action: `${backendUrl()}${path}`,
    hidden: true,
  });
  document.body.append(form);
  form.submit();
  form.remove();
}

/** The admin routes of information and erasure, called in the language of the panel. */
export function usePrivacyApi(): PrivacyApi {
  const { get, post } = useFetchClient();
  const { locale } = useIntl();
  return useMemo(() => {
    const headers = { 'Accept-Language': locale };
    return {
      lookUp: async (person) =>
        (await post<{ data: PersonFound }>(`${PATH}/look-up`, { person }, { headers })).data.data,
      download: async (person, form) => {
        const { data } = await post<object>(`${PATH}/${form}`, person, { headers });
        if (form === 'archive') postTo((data as { data: { url: string } }).data.url);
        else save(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }), 'auskunft.json');
      },
      erase: async (person, confirmation, listings) => {
        await post(`${PATH}/erase`, { ...person, confirmation, listings }, { headers });
      },
      log: async (page, signal) =>
        (await get<PageOf<DataRequestLine>>(PATH, { params: { page }, headers, signal })).data,
    };
  }, [get, post, locale]);
}
