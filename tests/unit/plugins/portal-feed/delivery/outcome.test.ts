import { outcomeOf } from '#src/plugins/portal-feed/server/src/delivery/domain/outcome';
import { ATTEMPT_FAILURES } from '#src/plugins/portal-feed/server/src/contract';

const answer = (status: number) => outcomeOf({ kind: 'answer', status });

describe('what an answer means', () => {
  it.each([200, 201, 202, 204, 206, 299])('%d is success', (status) => {
    expect(answer(status)).toEqual({ ok: true });
  });

  it.each([
    [300, 'redirect'],
    [301, 'redirect'],
    [302, 'redirect'],
    [303, 'redirect'],
    [304, 'redirect'],
    [307, 'redirect'],
    [308, 'redirect'],
    [399, 'redirect'],
    [400, 'status'],
    [401, 'status'],
    [404, 'status'],
    [409, 'status'],
    [429, 'status'],
    [500, 'status'],
    [503, 'status'],
    [599, 'status'],
    [199, 'status'],
  ])('%d is a failure: %s', (status, failure) => {
    expect(answer(status)).toEqual({ ok: false, failure, disables: null, counts: true });
  });

  it('410 disables the portal at once', () => {
    expect(answer(410)).toEqual({ ok: false, failure: 'gone', disables: 'gone', counts: true });
  });

  it.each(ATTEMPT_FAILURES.filter((failure) => failure !== 'gone'))(
    'no answer (%s) is a failure, and counts unless we aborted it',
    (failure) => {
      expect(outcomeOf({ kind: 'none', failure, detail: null })).toEqual({
        ok: false,
        failure,
        disables: null,
        counts: failure !== 'interrupted',
      });
    },
  );
});
