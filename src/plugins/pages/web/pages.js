// Everything works without it. Links in mails may have their secret in the fragment, which browsers do not send: it is
// put into the field that asks for the link otherwise, and taken out of the history of what may be a shared computer.
const secrets = new URLSearchParams(location.hash.slice(1));
for (const input of document.querySelectorAll('input[data-from-fragment]')) {
  const secret = secrets.get(input.dataset.fromFragment);
  if (!secret) continue;
  input.value = secret;
  input.closest('.field').hidden = true;
  history.replaceState(null, '', location.pathname);
}

// Forms without an account: a challenge is worked out while the form is filled in (ALTCHA's own modules, served from here).
async function solved(address) {
  const [{ solveChallenge }, { deriveKey }, answer] = await Promise.all([
    import('/pages/altcha/pow.js'),
    import('/pages/altcha/algorithms/web/pbkdf2.js'),
    fetch(address),
  ]);
  const challenge = await answer.json();
  const solution = await solveChallenge({ challenge, deriveKey });
  return btoa(JSON.stringify({ challenge, solution }));
}

for (const form of document.querySelectorAll('form[data-challenge]')) {
  let solving;
  // Without a solution the form is sent all the same: a few are taken, as without JavaScript.
  const solve = () => (solving ??= solved(form.dataset.challenge).catch(() => ''));
  form.addEventListener('focusin', solve, { once: true });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (form.getAttribute('aria-busy')) return;
    form.setAttribute('aria-busy', 'true');
    const input = Object.assign(document.createElement('input'), { type: 'hidden', name: 'altcha' });
    input.value = await solve();
    form.append(input);
    form.submit();
  });
}

// Back from the next page: a solution is good once.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && document.querySelector('form[data-challenge]')) location.reload();
});

// A device that can share shows its own choice instead of an empty mail.
if (navigator.share)
  for (const link of document.querySelectorAll('a[data-share]'))
    link.addEventListener('click', (event) => {
      event.preventDefault();
      // Who closes the choice has not failed.
      navigator.share({ url: link.dataset.share, title: link.dataset.title }).catch(() => {});
    });
