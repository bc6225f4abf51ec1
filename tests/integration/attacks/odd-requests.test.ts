/** @jest-environment-options {"ownTemporaryFolder": true} */
import { createAdmin, createBusiness, createCityProfile, createContributor } from '../../support';
import { throwAt } from '../../support/attacks/hostile-request';
import { oddRequests } from '../../support/attacks/odd-requests';
import { expectWellbeing, takeReadings } from '../../support/wellbeing';

beforeAll(async () => {
  await createCityProfile();
  await createBusiness();
});

const TOKENS: Readonly<Record<string, () => Promise<string | undefined>>> = {
  nobody: () => Promise.resolve(undefined),
  'a contributor': async () => (await createContributor()).token,
  'an editor': async () => (await createAdmin({ role: 'strapi-editor' })).token,
};

it.each(Object.keys(TOKENS))(
  'no route fails in the server, whatever %s sends',
  async (who) => {
    const token = await TOKENS[who]?.();
    const before = await takeReadings();
    const requests = oddRequests(who, token);
    expect(requests.length).toBeGreaterThan(500);
    const failed: string[] = [];
    for (let at = 0; at < requests.length; at += 8)
      await Promise.all(
        requests.slice(at, at + 8).map(async (hostile) => {
          const { status, text } = await throwAt(hostile);
          if (status !== undefined && status >= 500)
            failed.push(`${status} ${hostile.what} ${text.slice(0, 80)}`);
        }),
      );
    expect(failed).toEqual([]);
    await expectWellbeing(before);
  },
  300_000,
);
