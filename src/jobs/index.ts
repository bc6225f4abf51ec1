export type { Job, Queue } from './contract';
export { enqueue } from './enqueue';
export { registerQueue } from './registry';
export { startJobs, stopJobs } from './start';
