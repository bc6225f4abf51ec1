import type { actions, moderationStates } from '#src/languages/de/moderation';

type States = typeof moderationStates;
type Actions = typeof actions;

type StateId = `state.${keyof States}`;
type ActionId = {
  [A in keyof Actions]: `action.${A}.${keyof Actions[A] & string}`;
}[keyof Actions];

/** What the panel says of states and actions: the words that refusals and mails use, too (`src/languages`). */
export function sharedTexts(
  language: string,
  states: States,
  actions: Actions,
): Readonly<Record<StateId | ActionId, string>> {
  const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
  return Object.fromEntries([
    ...Object.entries(states).map(([state, text]) => [`state.${state}`, capital(text)]),
    ...Object.entries(actions).flatMap(([action, words]) =>
      Object.entries(words).map(([use, text]) => [`action.${action}.${use}`, text]),
    ),
  ]) as Record<StateId | ActionId, string>;
}
