import { startedApp } from '../started-app';
import { DescribedApi, type Exchange } from './described-api';

let known: DescribedApi | undefined;

/** The description of the suite's own API. */
export const describedApi = (): DescribedApi => (known ??= new DescribedApi(startedApp().describeApi()));

/** What contributors and their programs use. */
const WATCHED = /^\/api\/(my|auth|users|reports)(\/|\?|$)/;

/** @throws if the exchange is not as the OpenAPI document says */
export function assertDescribed(exchange: Exchange): void {
  if (!WATCHED.test(exchange.path)) return;
  const faults = describedApi().faultsOf(exchange);
  if (faults.length > 0) throw new Error(`Not as in /api/openapi.json:\n${faults.join('\n')}`);
}
