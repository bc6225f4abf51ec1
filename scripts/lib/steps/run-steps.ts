/** The result of a step; a step without tests counts as one. */
export interface Tally {
  passed: number;
  failed: number;
}

export interface Step {
  name: string;
  run(): Promise<Tally>;
}

/** Runs all steps, even after a failure, and prints the totals as the last line. */
export async function runSteps(steps: Step[]): Promise<void> {
  const total: Tally = { passed: 0, failed: 0 };
  for (const step of steps) {
    const start = performance.now();
    const { passed, failed } = await step.run();
    total.passed += passed;
    total.failed += failed;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${failed === 0 ? '✓' : '✗'} ${step.name} (${seconds} s)`);
  }
  process.exitCode = total.failed === 0 ? 0 : 1;
  console.log(`${total.passed} passed, ${total.failed} failed`);
}
