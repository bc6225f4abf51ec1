import type { ChildProcess } from 'node:child_process';

interface Call {
  id: number;
  name: string;
  input: unknown;
}

interface Answer {
  id: number;
  /** An interim report of progress */
  progress?: Progress;
  output?: unknown;
  error?: string;
}

export interface Progress {
  done: number;
  total: number;
}

type OnProgress = (progress: Progress) => void;

let calls = 0;

/** Calls a started process and waits for the result. */
export function callProcess<Output>(
  child: ChildProcess,
  name: string,
  input: unknown,
  onProgress: OnProgress = () => undefined,
): Promise<Output> {
  const id = (calls += 1);
  return new Promise<Output>((resolve, reject) => {
    const done = (): void => {
      child.off('message', onAnswer);
      child.off('exit', onExit);
    };
    const onExit = (): void => {
      done();
      reject(new Error(`The process ended during "${name}".`));
    };
    const onAnswer = (message: unknown): void => {
      const answer = message as Answer;
      if (answer.id !== id) return;
      if (answer.progress) return onProgress(answer.progress);
      done();
      if (answer.error === undefined) resolve(answer.output as Output);
      else reject(new Error(`${name}: ${answer.error}`));
    };
    child.on('message', onAnswer);
    child.on('exit', onExit);
    child.send({ id, name, input } satisfies Call);
  });
}

type Handlers = Readonly<Record<string, (input: never, onProgress: OnProgress) => unknown>>;

/** In the started process: answers calls, which may run concurrently. */
export function answerCalls(handlers: Handlers): void {
  process.on('message', (message) => {
    const { id, name, input } = message as Call;
    const handle = handlers[name] as ((input: unknown, onProgress: OnProgress) => unknown) | undefined;
    Promise.resolve()
      .then(() => {
        if (!handle) throw new Error('nobody does that here');
        return handle(input, (progress) => process.send?.({ id, progress } satisfies Answer));
      })
      .then(
        (output) => process.send?.({ id, output } satisfies Answer),
        (error: unknown) => process.send?.({ id, error: describe(error) } satisfies Answer),
      );
  });
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
