import { liveSentence, settingsOf } from './settings';

interface Settings {
  readonly label: string;
  readonly searching: string;
  readonly unknown: string;
}

// About a hundred metres: enough for what is near, and it is in the address of the results.
const DIGITS = 3;
const PATIENCE_MS = 15_000;

function addButton(form: HTMLFormElement, { label, searching, unknown }: Settings): void {
  const row = form.querySelector('.row');
  if (!row) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button plain near-me';
  button.textContent = label;
  row.append(button);
  const say = liveSentence(row, 'hint');
  button.addEventListener('click', () => {
    say(searching);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const fields = [...new FormData(form)].filter(
          ([, value]) => typeof value === 'string' && value !== '',
        );
        const asked = new URLSearchParams(fields as [string, string][]);
        asked.set('near', `${coords.latitude.toFixed(DIGITS)},${coords.longitude.toFixed(DIGITS)}`);
        asked.set('sort', 'distance');
        say('');
        location.assign(`${form.getAttribute('action') ?? ''}?${asked.toString()}`);
      },
      () => say(unknown),
      { timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  });
}

/** A button beside the search that asks for what is nearest to where the reader is. Asked for is nothing before. */
export function offerNearMe(): void {
  if (!('geolocation' in navigator) || !isSecureContext) return;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-near-me]'))
    addButton(form, settingsOf<Settings>(form, 'nearMe'));
}
