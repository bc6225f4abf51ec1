/** Whom a contact or a notice is meant for, in the order of the component `text.audience`. */
export const AUDIENCES = [
  'small-business',
  'medium-business',
  'corporate-group',
  'self-employed',
  'freelancer',
  'founder',
  'employee',
  'association',
  'consumer',
] as const;
export type Audience = (typeof AUDIENCES)[number];

export const isAudience = (value: string): value is Audience =>
  (AUDIENCES as readonly string[]).includes(value);
