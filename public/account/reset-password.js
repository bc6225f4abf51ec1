// The link in the mail carries the code; the answer of the server is shown as it is.
const form = document.querySelector('form');
const status = document.querySelector('[role=status]');
const inFragment = new URLSearchParams(window.location.hash.slice(1)).get('code');
// Mails sent before 2026-12 have it in the query.
const code = inFragment ?? new URLSearchParams(window.location.search).get('code') ?? '';
// It is used up; the history of a shared computer need not hold it.
const forgetLink = () => window.history.replaceState(null, '', window.location.pathname);

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const password = document.getElementById('password').value;
  try {
    const response = await fetch('/api/auth/reset-password', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code, password, passwordConfirmation: password }),
    });
    const answer = await response.json();
    status.textContent = response.ok
      ? 'Das neue Passwort gilt. / The new password is set.'
      : answer.error.message;
    if (response.ok) {
      form.hidden = true;
      forgetLink();
    }
  } catch {
    status.textContent = 'Der Server ist nicht erreichbar. / The server cannot be reached.';
  }
});
