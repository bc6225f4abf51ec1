import portal from './portal/schema.json';

export const contentTypes = { portal: { schema: portal } };
