import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';

interface WeeklyMetrics {
  registerCron(): Promise<void>;
}

/**
 * The media library plans a weekly job of telemetry: at each start of any process, commands too, it writes into the
 * settings when that will be, and later that it was, which moves the version of everything public. Telemetry is off, so
 * there is no such job. Call in `register()`: the plugin plans it in its `bootstrap`.
 */
export function withoutWeeklyMetrics(strapi: Core.Strapi): void {
  const service = functionsOf<WeeklyMetrics>(
    'weekly-metrics',
    'The media library',
    strapi.plugin('upload').service('weeklyMetrics'),
    'registerCron',
  );
  service.registerCron = () => Promise.resolve();
}
