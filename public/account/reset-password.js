// The link in the mail carries the code; the answer of the server is shown as it is.
const form = document.querySelector('form');
const status = document.querySelector('[role=status]');
const code = new URLSearchParams(window.location.search).get('code') ?? '';

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
    if (response.ok) form.hidden = true;
  } catch {
    status.textContent = 'Der Server ist nicht erreichbar. / The server cannot be reached.';
  }
});
