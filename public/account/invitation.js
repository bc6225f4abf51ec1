// The link in the mail carries the token; the answers of the server are shown as they are.
const form = document.querySelector('form');
const status = document.querySelector('[role=status]');
const inFragment = new URLSearchParams(window.location.hash.slice(1)).get('token');
// Mails sent before 2026-12 have it in the query.
const token = inFragment ?? new URLSearchParams(window.location.search).get('token') ?? '';
// It is used up; the history of a shared computer need not hold it.
const forgetLink = () => window.history.replaceState(null, '', window.location.pathname);

async function post(path, body, jwt) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(jwt ? { Authorization: `Bearer ${jwt}` } : {}) },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error.message);
  return answer;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const identifier = document.getElementById('identifier').value;
  const password = document.getElementById('password').value;
  try {
    const { jwt } = await post('/api/auth/local', { identifier, password });
    await post('/api/my/invitations/accept', { token }, jwt);
    status.textContent = 'Sie verwalten den Betrieb jetzt mit. / You help manage the business now.';
    form.hidden = true;
    forgetLink();
  } catch (error) {
    status.textContent = error.message;
  }
});
