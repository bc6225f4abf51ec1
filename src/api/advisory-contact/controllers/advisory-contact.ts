import { factories } from '@strapi/strapi';

export default factories.createCoreController('api::advisory-contact.advisory-contact');
