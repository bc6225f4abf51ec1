import { factories } from '@strapi/strapi';

export default factories.createCoreService('api::advisory-contact.advisory-contact');
