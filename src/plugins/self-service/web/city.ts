import {
  createAccount,
  createClient,
  selfService,
  type Account,
  type Client,
  type SelfService,
} from '@stadtverbund/client';
import type { AppLanguage } from './domain/place';

/** The city that this page comes from, for the account that is signed in here. */
export interface City extends Client {
  readonly account: Account;
  readonly mine: SelfService;
}

/**
 * @param language of answers and messages
 * @param url of the city, if it is not where this page comes from
 */
export function cityOf(language: AppLanguage, url: string = window.location.origin): City {
  const client = createClient({ url, locale: language });
  const account = createAccount(client.connection);
  return { ...client, account, mine: selfService(account) };
}
