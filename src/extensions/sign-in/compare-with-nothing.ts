import type { Core } from '@strapi/strapi';

interface Passwords {
  validatePassword(password: string, hash: string): Promise<boolean>;
}

// The hash of random bytes that nobody has kept, at the cost of Strapi's own (bcrypt, 10).
const NOBODYS = '$2a$10$pNKfkLnznK/agNdAi96ki.xKLawnURsHWkc/Dh6EZMEjhhxRQei8q';

/**
 * Compares a password where there is no account, so that the answer takes as long as where there is one.
 * @param passwords the service that compares those of accounts
 */
export async function compareWithNothing(passwords: Passwords, password: unknown): Promise<void> {
  if (typeof password === 'string' && password !== '') await passwords.validatePassword(password, NOBODYS);
}

/** Strapi's service for passwords of contributors. */
export const contributorPasswords = (strapi: Core.Strapi): Passwords =>
  strapi.plugin('users-permissions').service<Passwords>('user');

/** Strapi's service for passwords of the panel's users. */
export const editorPasswords = (strapi: Core.Strapi): Passwords =>
  strapi.service('admin::auth') as unknown as Passwords;
