import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { knownCity } from '../../city/known-city';
import type { Language } from '../../domain/language';
import { isGuessable } from './domain/guessable-password';

const SERVICE = 'Stadtverbund';

const MESSAGE: Readonly<Record<Language, string>> = {
  de: 'Dieses Passwort ist zu leicht zu erraten: Es steht auf Listen häufiger Passwörter oder besteht fast nur aus einem Namen, den man kennt. Bitte wählen Sie ein anderes, am besten mehrere Wörter.',
  en: 'This password is too easy to guess: it is on lists of common passwords or consists of little but a known name. Please choose another one, best of several words.',
};

/** Whose password it is: what others know of them. */
type Person = Readonly<
  Partial<Record<'email' | 'username' | 'firstname' | 'lastname', string | null | undefined>>
>;

/**
 * Refuses a new password that is among the first to be tried; who has one already keeps it.
 * @param people what is known of the account, and what it shall be
 * @throws ValidationError `password-common` at the field
 */
export async function assertNotGuessable(
  strapi: Core.Strapi,
  password: string,
  people: readonly (Person | null | undefined)[],
  language: Language,
): Promise<void> {
  const { city } = await knownCity(strapi);
  const names = people.flatMap((person) => [
    person?.email,
    person?.username,
    person?.firstname,
    person?.lastname,
  ]);
  const known = [SERVICE, city?.name, ...names].filter((name) => typeof name === 'string');
  if (!isGuessable(password, known)) return;
  const message = MESSAGE[language];
  throw new errors.ValidationError(message, {
    errors: [{ path: ['password'], code: 'password-common', message }],
  });
}
