import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { createPortal, type ReadEvent } from './feed';
import { request } from './request';

/** An event that its own schema does not allow. */
interface Fault {
  event: ReadEvent;
  errors: unknown;
}

/**
 * Takes a snapshot as a new portal and validates each event with the schema of its type, formats included, as strictly as
 * a portal can.
 * @returns how many events there are of each type, and those that are not as described
 */
export async function snapshotFaults(): Promise<{ counts: Record<string, number>; faults: Fault[] }> {
  const ajv = addFormats(new Ajv2020({ strict: true, allErrors: true }));
  const { token } = await createPortal();
  const { text } = await request('/api/feed/snapshot', { token });
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ReadEvent);
  const counts: Record<string, number> = {};
  const faults: Fault[] = [];
  for (const event of lines.filter(({ data }) => (data as unknown) !== undefined)) {
    counts[event.type] = (counts[event.type] ?? 0) + 1;
    const path = `/api/feed/schema/${event.type}`;
    const validate =
      ajv.getSchema(path) ?? ajv.addSchema((await request<object>(path)).body, path).getSchema(path);
    if (!validate?.(event)) faults.push({ event, errors: validate?.errors });
  }
  return { counts, faults };
}
