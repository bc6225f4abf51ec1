import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::press-notice.press-notice');
