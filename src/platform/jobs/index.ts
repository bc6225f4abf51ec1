export type { Job, Queue, Worker } from './contract';
export { enqueue } from './enqueue';
export { bossOf, jobsRun, registerQueue, registerWorker } from './registry';
export { startJobs, stopJobs } from './start';
