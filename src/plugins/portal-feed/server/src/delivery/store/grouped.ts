interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly done: (answer: Answer) => void;
  readonly failed: (error: unknown) => void;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Answers individual questions in groups (as PostgreSQL groups commits): those asked in the same turn of the event
 * loop, or while the previous group is being answered, share one statement. Under load ten cost as much as one.
 * @param most maximum number of questions per group
 * @param answerAll returns the answers in the order of the questions; if it fails, the whole group has failed
 */
export function grouped<Question, Answer>(
  most: number,
  answerAll: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  const waiting: Waiting<Question, Answer>[] = [];
  let answering = false;

  const answerGroup = async (group: readonly Waiting<Question, Answer>[]): Promise<void> => {
    try {
      const answers = await answerAll(group.map(({ question }) => question));
      group.forEach(({ done }, index) => done(answers[index] as Answer));
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  };

  const answer = async (): Promise<void> => {
    if (answering) return;
    answering = true;
    while (waiting.length > 0) {
      await nextTurn();
      await answerGroup(waiting.splice(0, most));
    }
    answering = false;
  };

  return (question) =>
    new Promise((done, failed) => {
      waiting.push({ question, done, failed });
      void answer();
    });
}
