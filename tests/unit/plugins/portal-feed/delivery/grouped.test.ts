import { grouped } from '#src/plugins/portal-feed/server/src/delivery/store/grouped';

/** Answers with the question doubled, once released; records which questions came together. */
function slow(most: number) {
  const groups: (readonly number[])[] = [];
  const waiting: (() => void)[] = [];
  const ask = grouped<number, number>(most, async (questions) => {
    groups.push(questions);
    await new Promise<void>((resolve) => waiting.push(resolve));
    if (questions.includes(13)) throw new Error('unlucky');
    return questions.map((question) => question * 2);
  });
  const begun = async (howMany: number): Promise<void> => {
    while (groups.length < howMany) await new Promise((resolve) => setImmediate(resolve));
  };
  return { ask, groups, begun, letGo: () => waiting.shift()?.() };
}

it('requests in one turn, or during the answer to a group, are grouped together', async () => {
  const { ask, groups, begun, letGo } = slow(10);
  const first = [ask(1), ask(2)];
  await begun(1);
  const second = [ask(3), ask(4), ask(5)];
  letGo();
  expect(await Promise.all(first)).toEqual([2, 4]);
  await begun(2);
  letGo();
  expect(await Promise.all(second)).toEqual([6, 8, 10]);
  expect(groups).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
});

it('a group never exceeds its limit, and each caller gets its own answer', async () => {
  const { ask, groups, begun, letGo } = slow(2);
  const all = Promise.all([ask(1), ask(2), ask(3)]);
  await begun(1);
  letGo();
  await begun(2);
  letGo();
  expect(await all).toEqual([2, 4, 6]);
  expect(groups).toEqual([[1, 2], [3]]);
});

it('a failure affects only its group', async () => {
  const { ask, begun, letGo } = slow(10);
  const failing = Promise.allSettled([ask(12), ask(13)]);
  await begun(1);
  const next = ask(14);
  letGo();
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await begun(2);
  letGo();
  expect(await next).toBe(28);
});
