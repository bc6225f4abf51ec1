import type { Mapping } from './mapping';
import { node, type Node } from './node';
import { many, text } from './read';

/** Whom a contact or notice is meant for, as schema.org/Audience. */
export const audiences = ({ main }: Mapping): Node[] =>
  many(main, 'audiences').flatMap((row) => {
    const audienceType = text(row, 'audience');
    return audienceType ? [node('Audience', { audienceType })] : [];
  });
