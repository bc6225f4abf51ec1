import { setTimeout as pause } from 'node:timers/promises';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { must, skipped } from '../lib.mjs';

/** svix and standardwebhooks verify a delivery, and refuse it once it is changed. */
export async function check(city) {
  if (!city.deliveries) return skipped('it needs the secret of a portal, so a city of its own');
  city.publish();
  const news = () => city.deliveries.find(({ body }) => !body.includes('"feed.'));
  for (let tries = 0; !news() && tries < 300; tries += 1) await pause(100);
  const delivery = news();
  must(delivery, 'no delivery within half a minute');
  // svix knows the older names as well.
  for (const Webhook of [StandardWebhook, SvixWebhook]) {
    new Webhook(city.portal.secret).verify(delivery.body, delivery.headers);
    const event = JSON.parse(delivery.body);
    must(event.data.id && event.data.sequence > 0, 'the event has no id');
    let accepted = true;
    try {
      new Webhook(city.portal.secret).verify(`${delivery.body} `, delivery.headers);
    } catch {
      accepted = false;
    }
    must(!accepted, 'a changed body is accepted');
  }
  return JSON.parse(delivery.body).type;
}
