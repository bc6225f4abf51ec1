/** An answer with its entity tag. */
export interface RememberedAnswer {
  readonly etag: string;
  readonly body: string;
}

/** Where answers are remembered; a `Map` will do, though it grows without end. */
export interface AnswerMemory {
  get(address: string): RememberedAnswer | undefined;
  set(address: string, answer: RememberedAnswer): unknown;
}

/**
 * Remembers the last answers, so that an unchanged one is not sent again (If-None-Match, 304). Browsers do that by
 * themselves; in Node and Deno hand it to `createClient` as `remember`.
 *
 * @param most how many answers; the longest unused is forgotten first
 */
export function rememberAnswers(most = 500): AnswerMemory {
  const answers = new Map<string, RememberedAnswer>();
  return {
    get(address) {
      const answer = answers.get(address);
      // Moved to the end: a Map keeps the order of insertion.
      if (answer && answers.delete(address)) answers.set(address, answer);
      return answer;
    },
    set(address, answer) {
      answers.delete(address);
      answers.set(address, answer);
      for (const oldest of answers.keys()) {
        if (answers.size <= most) break;
        answers.delete(oldest);
      }
    },
  };
}
