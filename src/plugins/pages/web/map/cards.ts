import { filled } from '../domain/filled';
import { linkFrom } from '../settings';
import type { Place } from '../domain/places';
import type { MapSettings } from './settings';

function linkTo({ name, url }: Place): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = linkFrom(url);
  link.textContent = name;
  return link;
}

/** The lines of a place in the list, if it stands on this page of it. */
function linesOf({ key }: Place): Node[] {
  const row = document.querySelector(`[data-place="${CSS.escape(key)}"]`);
  return [...(row?.querySelectorAll('.state, .line') ?? [])].map((line) => line.cloneNode(true));
}

/** What is known of a place, above its point. */
export function placeCard(place: Place, { words }: MapSettings): HTMLElement {
  const card = document.createElement('div');
  const kind = document.createElement('p');
  kind.className = 'kind';
  kind.textContent = words.kinds[place.type] ?? '';
  const name = document.createElement('p');
  name.className = 'name';
  name.append(linkTo(place));
  card.append(kind, name);
  for (const line of linesOf(place)) {
    const paragraph = document.createElement('p');
    paragraph.append(line instanceof HTMLParagraphElement ? (line.textContent ?? '') : line);
    card.append(paragraph);
  }
  return card;
}

/** Places that no enlarging parts, such as those in one house. */
export function groupCard(places: readonly Place[], { words }: MapSettings): HTMLElement {
  const card = document.createElement('div');
  const title = document.createElement('p');
  title.className = 'kind';
  title.textContent = filled(words.groupAtOnePlace, { n: places.length });
  const list = document.createElement('ul');
  for (const place of places) {
    const entry = document.createElement('li');
    entry.append(linkTo(place));
    list.append(entry);
  }
  card.append(title, list);
  return card;
}
