import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { PageOf } from '#src/admin/components/page-of';
import type { Grounds, Statement } from '#src/plugins/moderation/server/src/contract';
import type { DocumentAction, ReviewAction } from '#src/plugins/moderation/server/src/domain/transitions';
import type {
  ChosenEntry,
  DigestChoice,
  DocumentView,
  Viewer,
  QueueItem,
  QueuedIntake,
  ReasonTemplate,
  ReviewDetail,
  Summary,
} from '#src/plugins/moderation/server/src/panel-contract';

export type TemplateDraft = Omit<ReasonTemplate, 'id' | 'position'>;

export interface SubmissionFilter {
  readonly state: string;
  readonly contentType: string;
  readonly page: number;
  readonly pageSize?: number;
}

/** The admin routes of moderation, typed. Throws the errors of Strapi's fetch client; failure.ts reads them. */
export interface ModerationApi {
  submissions(filter: SubmissionFilter, signal?: AbortSignal): Promise<PageOf<QueueItem>>;
  submission(id: number, signal?: AbortSignal): Promise<ReviewDetail>;
  decide(
    id: number,
    action: ReviewAction,
    body: { version: number; reason?: string } & Partial<Grounds>,
  ): Promise<void>;
  document(contentType: string, documentId: string, signal?: AbortSignal): Promise<DocumentView>;
  move(
    contentType: string,
    documentId: string,
    action: DocumentAction,
    reason: string,
    grounds?: Grounds,
  ): Promise<void>;
  chosen(
    contentType: string,
    documentIds: readonly string[],
    signal?: AbortSignal,
  ): Promise<readonly ChosenEntry[]>;
  /** @returns those that were public */
  takeDown(
    contentType: string,
    documentIds: readonly string[],
    reason: string,
    grounds: Grounds,
  ): Promise<readonly string[]>;
  /** For good, in all languages. */
  deleteAll(contentType: string, documentIds: readonly string[]): Promise<void>;
  summary(signal?: AbortSignal): Promise<Summary>;
  present(id: number): Promise<readonly Viewer[]>;
  leave(id: number): Promise<void>;
  templates(signal?: AbortSignal): Promise<readonly ReasonTemplate[]>;
  saveTemplate(id: number | null, draft: TemplateDraft): Promise<void>;
  deleteTemplate(id: number): Promise<void>;
  intake(
    filter: { state: string; kind: string; page: number },
    signal?: AbortSignal,
  ): Promise<PageOf<QueuedIntake>>;
  decideIntake(id: string, body: { decision: string; reason: string; statement?: Statement }): Promise<void>;
  digest(signal?: AbortSignal): Promise<DigestChoice>;
  chooseDigest(wanted: boolean): Promise<DigestChoice>;
}

type FetchClient = ReturnType<typeof useFetchClient>;

/** The admin routes of moderation, called in the language of the panel. */
export function useModerationApi(): ModerationApi {
  const client = useFetchClient();
  const { locale } = useIntl();
  return useMemo(() => moderationApi(client, { 'Accept-Language': locale }), [client, locale]);
}

function moderationApi(client: FetchClient, headers: Record<string, string>): ModerationApi {
  const read = async <T>(path: string, params: Record<string, unknown>, signal?: AbortSignal): Promise<T> =>
    (await client.get<T>(`/moderation${path}`, { params: given(params), headers, signal })).data;
  const data = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
    (await read<{ data: T }>(path, {}, signal)).data;
  const post = async <T>(path: string, body: object): Promise<T> =>
    (await client.post<{ data: T }>(`/moderation${path}`, body, { headers })).data.data;

  return {
    submissions: (filter, signal) => read('/submissions', { ...filter }, signal),
    submission: (id, signal) => data(`/submissions/${id}`, signal),
    decide: (id, action, body) => post(`/submissions/${id}/${action}`, body),
    document: (contentType, documentId, signal) => data(`/documents/${contentType}/${documentId}`, signal),
    move: (contentType, documentId, action, reason, grounds) =>
      post(`/documents/${contentType}/${documentId}/${action}`, given({ reason, ...grounds })),
    chosen: async (contentType, documentIds, signal) =>
      (
        await client.post<{ data: ChosenEntry[] }>(
          `/moderation/chosen/${contentType}`,
          { documentIds },
          { headers, signal },
        )
      ).data.data,
    takeDown: (contentType, documentIds, reason, grounds) =>
      post(`/chosen/${contentType}/take-down`, given({ documentIds, reason, ...grounds })),
    deleteAll: async (contentType, documentIds) => {
      await post(`/chosen/${contentType}/delete`, { documentIds });
    },
    summary: (signal) => data('/summary', signal),
    present: (id) => post(`/submissions/${id}/presence`, {}),
    leave: async (id) => {
      // With a separate signal: the client's own is aborted with the page, and this is sent as the page closes.
      await client.del(`/moderation/submissions/${id}/presence`, {
        headers,
        signal: new AbortController().signal,
      });
    },
    templates: (signal) => data('/reason-templates', signal),
    saveTemplate: async (id, draft) => {
      if (id === null) await client.post('/moderation/reason-templates', draft, { headers });
      else await client.put(`/moderation/reason-templates/${id}`, draft, { headers });
    },
    deleteTemplate: async (id) => {
      await client.del(`/moderation/reason-templates/${id}`, { headers });
    },
    intake: (filter, signal) => read('/intake', { ...filter }, signal),
    decideIntake: (id, body) => post(`/intake/${id}/decide`, body),
    digest: (signal) => data('/digest', signal),
    chooseDigest: async (wanted) =>
      (await client.put<{ data: DigestChoice }>('/moderation/digest', { wanted }, { headers })).data.data,
  };
}

/** Leaves out what was not chosen, since the routes refuse empty values. */
function given(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== '' && value !== undefined),
  );
}
