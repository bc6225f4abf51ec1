import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { PageOf } from '#src/admin/components/page-of';

export type ClaimState = 'open' | 'accepted' | 'refused';

/** `GET /self-service/claims?state=&page=`, oldest first. */
export interface Claim {
  readonly id: string;
  /** documentId of the business. */
  readonly business: string;
  readonly businessName: string;
  readonly reason: string;
  readonly state: ClaimState;
  readonly createdAt: string;
  readonly decisionReason: string | null;
  readonly claimant: {
    readonly id: number;
    readonly username: string;
    readonly email: string;
    /** How many mails the mail server has refused for good since the last that arrived. */
    readonly refusedMails: number;
  } | null;
  /** Whether others claim the same business. */
  readonly dispute: boolean;
}

export interface ClaimsApi {
  readonly claims: (
    filter: { state: ClaimState; page: number },
    signal?: AbortSignal,
  ) => Promise<PageOf<Claim>>;
  decide(id: string, decision: 'accept' | 'refuse', reason: string): Promise<void>;
}

/** The editors' routes for claims, from the self-service plugin. */
export function useClaimsApi(): ClaimsApi {
  const { get, post } = useFetchClient();
  const { locale } = useIntl();
  return useMemo(() => {
    const headers = { 'Accept-Language': locale };
    return {
      claims: async (params, signal) =>
        (await get<PageOf<Claim>>('/self-service/claims', { params, headers, signal })).data,
      decide: async (id, decision, reason) => {
        await post(`/self-service/claims/${id}/${decision}`, { reason }, { headers });
      },
    };
  }, [get, post, locale]);
}
