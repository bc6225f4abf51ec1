import { isContent, type Attribute, type Shape } from '#src/platform/strapi/schema';

/**
 * Whether an attribute is no concern of contributors: what a document keeps from the public is the city's (where it was
 * imported from). What a component keeps from the public is theirs: the e-mail address of a business.
 */
export const isCitysOwn = ({ uid }: Pick<Shape, 'uid'>, attribute: Attribute): boolean =>
  attribute.private === true && isContent(uid);
