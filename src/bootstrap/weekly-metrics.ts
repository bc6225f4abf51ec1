import type { Core } from '@strapi/strapi';

/**
 * Removes the weekly job of the media library: without telemetry all that it does is to note in the settings that it has
 * run, which moves the version of everything public.
 */
export const removeWeeklyMetrics = (strapi: Core.Strapi): void => {
  strapi.cron.remove('uploadWeekly');
};
