import { Control } from 'leaflet';

/** Whom to name for the ground. Leaflet's own control takes HTML. */
export class Credit extends Control {
  constructor(private readonly credit: string) {
    super({ position: 'bottomright' });
  }

  override onAdd(): HTMLElement {
    const line = document.createElement('p');
    line.className = 'leaflet-control-attribution';
    line.textContent = this.credit;
    return line;
  }
}
