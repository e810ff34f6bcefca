import { whenIdle } from './when-idle.ts';

/**
 * When to ask what is kept on the reader's device. In a first visit nothing is, most likely, and to ask makes the
 * browser open its store: a tenth of a second on a phone, which the first paint shall not wait for. The script in the
 * head (`HeadScript.astro`) takes a visit for the first where no service worker controls the page, though the site has
 * one, and the reader comes from no other page of the site. That may be wrong, as where a page is loaded around the
 * worker, so the device is asked in any case: when the page is there.
 */
const waiting: (() => void)[] = [];
let isLater = document.documentElement.dataset['visit'] === 'first';

if (isLater) whenIdle(askDevice);

/** Reads what is kept: at once, but in a first visit when there is time. */
export function whenAsked(read: () => void): void {
  if (isLater) waiting.push(read);
  else read();
}

/** Has all read now what waits: before something is kept in its place. */
export function askDevice(): void {
  isLater = false;
  for (const read of waiting.splice(0)) read();
}
