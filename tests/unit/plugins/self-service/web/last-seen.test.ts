import { CityError } from '@stadtverbund/client';
import { rememberFor } from '#src/plugins/self-service/web/kept/last-seen';
import type { Kept } from '#src/plugins/self-service/web/kept/store';

/** As the browser's store, for as long as the test. */
function keptInMemory(): Kept {
  const all = new Map<string, unknown>();
  const starting = (start: string) => [...all.keys()].filter((key) => key.startsWith(start));
  return {
    get: (key) => Promise.resolve(all.get(key) as never),
    set: (key, value) => Promise.resolve(all.set(key, structuredClone(value)) instanceof Map),
    delete: (key) => Promise.resolve(void all.delete(key)),
    entries: (start) => Promise.resolve(starting(start).map((key) => [key, all.get(key) as never] as const)),
    clear: (start) => Promise.resolve(starting(start).forEach((key) => all.delete(key))),
  };
}

const MORNING = new Date('2026-11-30T05:00:00.000Z');
const NOON = new Date('2026-11-30T12:00:00.000Z');
const gives =
  <Value>(value: Value) =>
  (): Promise<Value> =>
    Promise.resolve(value);
const noNet = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'));
const refusal = (status: number) => () => Promise.reject(new CityError({ status, code: 'x', message: 'x' }));

const remembering = (kept: Kept, now: Date) => ({ kept, now: () => now });

it('loads, and without a net gives what was loaded last and since when', async () => {
  const kept = keptInMemory();
  const loaded = await rememberFor('a', 'list', gives(['Brot']), remembering(kept, MORNING));
  expect(loaded).toEqual({ content: ['Brot'] });
  expect(await rememberFor('a', 'list', noNet, remembering(kept, NOON))).toEqual({
    content: ['Brot'],
    since: MORNING.toISOString(),
  });
});

it('gives what is there once the net is back', async () => {
  const kept = keptInMemory();
  await rememberFor('a', 'list', gives(['Brot']), remembering(kept, MORNING));
  await rememberFor('a', 'list', noNet, remembering(kept, NOON));
  expect(await rememberFor('a', 'list', gives(['Eis']), remembering(kept, NOON))).toEqual({
    content: ['Eis'],
  });
});

it.each([
  ['another account', 'b', 'list'],
  ['another thing', 'a', 'lists'],
  ['an account that begins the same', 'a list', ''],
])('gives nothing of what was kept to %s', async (_what, account, key) => {
  const kept = keptInMemory();
  await rememberFor('a', 'list', gives(1), remembering(kept, MORNING));
  await expect(rememberFor(account, key, noNet, remembering(kept, NOON))).rejects.toThrow(TypeError);
});

it.each([400, 401, 403, 404, 409, 429, 500])('does not hide the refusal %s', async (status) => {
  const kept = keptInMemory();
  await rememberFor('a', 'list', gives(1), remembering(kept, MORNING));
  await expect(rememberFor('a', 'list', refusal(status), remembering(kept, NOON))).rejects.toThrow(CityError);
});

it.each([502, 503, 504])('takes %s, of a city that is not there, for no net', async (status) => {
  const kept = keptInMemory();
  await rememberFor('a', 'list', gives(1), remembering(kept, MORNING));
  expect(await rememberFor('a', 'list', refusal(status), remembering(kept, NOON))).toMatchObject({
    content: 1,
  });
});
