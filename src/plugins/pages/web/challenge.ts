// ALTCHA's own modules, served from here. Their addresses are no constants to the bundler, which leaves them alone.
const MODULES = '/pages/altcha';

interface Solver {
  solveChallenge(asked: { challenge: unknown; deriveKey: unknown }): Promise<unknown>;
}

/** The solution of a challenge, as the server reads it. */
async function solved(address: string): Promise<string> {
  const [solver, keys, answer] = await Promise.all([
    import(`${MODULES}/pow.js`) as Promise<Solver>,
    import(`${MODULES}/algorithms/web/pbkdf2.js`) as Promise<{ deriveKey: unknown }>,
    fetch(address),
  ]);
  const challenge: unknown = await answer.json();
  const solution = await solver.solveChallenge({ challenge, deriveKey: keys.deriveKey });
  return btoa(JSON.stringify({ challenge, solution }));
}

function solveFor(form: HTMLFormElement, address: string): void {
  let solving: Promise<string> | undefined;
  // Without a solution the form is sent all the same: a few are taken, as without JavaScript.
  const solve = (): Promise<string> => (solving ??= solved(address).catch(() => ''));
  form.addEventListener('focusin', () => void solve(), { once: true });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (form.getAttribute('aria-busy')) return;
    form.setAttribute('aria-busy', 'true');
    void solve().then((value) => {
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'altcha', value }));
      form.submit();
    });
  });
}

/** Forms without an account: a challenge is worked out while the form is filled in. */
export function solveChallenges(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-challenge]'))
    solveFor(form, form.dataset.challenge ?? '');
  // Back from the next page: a solution is good once.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && document.querySelector('form[data-challenge]')) location.reload();
  });
}
