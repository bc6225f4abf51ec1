/** Things to close when a script ends, last opened first. */
export interface Closing {
  /** Registers how to undo a step, ideally before it is done: on Ctrl-C it may be halfway through. */
  add(close: () => Promise<void> | void): void;
}

/** What a script returns: a server runs until there is a signal, anything else is done. */
export type Outcome = 'serving' | undefined | void;

const HOUR_MS = 3_600_000;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs the body of a script: on Ctrl-C, SIGTERM, an error or the end, everything it opened is closed in reverse order.
 * Exit codes: 0 done, or stopped while serving; 1 failed, with a sentence; 130 stopped before it was ready.
 */
export function runScript(body: (closing: Closing) => Promise<Outcome>): void {
  const open: (() => Promise<void> | void)[] = [];
  let ending = false;
  let ready = false;

  const end = async (code: number): Promise<void> => {
    if (ending) return;
    ending = true;
    let exitCode = code;
    for (const close of open.reverse()) {
      try {
        await close();
      } catch (error) {
        exitCode ||= 1;
        report(error);
      }
    }
    process.exit(exitCode);
  };

  // A terminal sends Ctrl-C to npm and to us, and npm passes it on, so `end` acts only once.
  for (const signal of SIGNALS) process.on(signal, () => void end(ready ? 0 : 130));

  body({ add: (close) => open.push(close) })
    .then(
      (outcome) => {
        ready = true;
        if (outcome !== 'serving') return end(Number(process.exitCode ?? 0));
        // Neither a serving child process nor signal handlers keep Node.js running.
        setInterval(() => undefined, HOUR_MS);
        return undefined;
      },
      (error: unknown) => {
        // An interrupted step fails, which need not be reported.
        if (!ending) report(error);
        return end(1);
      },
    )
    .catch(report);
}

/** Messages are written for people; DEBUG=1 shows the stack. */
function report(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  console.error(process.env['DEBUG'] && error instanceof Error ? error.stack : `\n${message}`);
}
