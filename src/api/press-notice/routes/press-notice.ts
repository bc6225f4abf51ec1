import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::press-notice.press-notice', { only: ['find', 'findOne'] });
