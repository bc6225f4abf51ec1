import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { PageOf } from '#src/admin/components/page-of';
import type {
  Choices,
  DeliveryDetail,
  DeliveryItem,
  DeliveryQuery,
  IssuedSecrets,
  OnFilterChange,
  Portal,
  PortalDraft,
  PortalItem,
  ReplayRange,
} from '#src/plugins/portal-feed/server/src/contract';

export type PortalAction = 'pause' | 'resume';
export type Rotation = 'rotate-secret' | 'rotate-token';

/** The admin routes of the feed, typed. Throws the errors of Strapi's fetch client; `failureOf` reads them. */
export interface FeedApi {
  portals(signal?: AbortSignal): Promise<readonly PortalItem[]>;
  portal(documentId: string, signal?: AbortSignal): Promise<PortalItem>;
  choices(signal?: AbortSignal): Promise<Choices>;
  create(draft: PortalDraft): Promise<IssuedSecrets>;
  update(documentId: string, draft: PortalDraft, onFilterChange: OnFilterChange): Promise<Portal>;
  remove(documentId: string): Promise<void>;
  act(documentId: string, action: PortalAction): Promise<Portal>;
  rotate(documentId: string, rotation: Rotation): Promise<IssuedSecrets>;
  ping(documentId: string): Promise<DeliveryItem>;
  /** @returns how many events are being sent */
  resync(documentId: string): Promise<number>;
  replay(documentId: string, range: ReplayRange): Promise<number>;
  deliveries(query: Omit<DeliveryQuery, 'pageSize'>, signal?: AbortSignal): Promise<PageOf<DeliveryItem>>;
  delivery(id: string, signal?: AbortSignal): Promise<DeliveryDetail>;
  sendAgain(id: string): Promise<DeliveryItem>;
}

type FetchClient = ReturnType<typeof useFetchClient>;

/** The admin routes of the feed, called in the language of the panel. */
export function useFeedApi(): FeedApi {
  const client = useFetchClient();
  const { locale } = useIntl();
  return useMemo(() => feedApi(client, { 'Accept-Language': locale }), [client, locale]);
}

function feedApi(client: FetchClient, headers: Record<string, string>): FeedApi {
  const read = async <T>(path: string, signal?: AbortSignal, params = {}): Promise<T> =>
    (await client.get<T>(`/portal-feed${path}`, { params, headers, signal })).data;
  const data = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
    (await read<{ data: T }>(path, signal)).data;
  const post = async <T>(path: string, body: object = {}): Promise<T> =>
    (await client.post<{ data: T }>(`/portal-feed${path}`, body, { headers })).data.data;
  const events = async (path: string, body: object = {}): Promise<number> =>
    (await post<{ events: number }>(path, body)).events;

  return {
    portals: (signal) => data('/portals', signal),
    portal: (id, signal) => data(`/portals/${id}`, signal),
    choices: (signal) => data('/choices', signal),
    create: (draft) => post('/portals', draft),
    update: async (id, draft, onFilterChange) =>
      (
        await client.put<{ data: Portal }>(
          `/portal-feed/portals/${id}`,
          { ...draft, onFilterChange },
          { headers },
        )
      ).data.data,
    remove: async (id) => {
      await client.del(`/portal-feed/portals/${id}`, { headers });
    },
    act: (id, action) => post(`/portals/${id}/${action}`),
    rotate: (id, rotation) => post(`/portals/${id}/${rotation}`),
    ping: (id) => post(`/portals/${id}/ping`),
    resync: (id) => events(`/portals/${id}/resync`),
    replay: (id, range) => events(`/portals/${id}/replay`, range),
    deliveries: ({ portal, state, page }, signal) =>
      read(`/portals/${portal}/deliveries`, signal, { page, ...(state ? { state } : {}) }),
    delivery: (id, signal) => data(`/deliveries/${id}`, signal),
    sendAgain: (id) => post(`/deliveries/${id}/send-again`),
  };
}
