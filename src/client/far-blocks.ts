import { whenQuiet } from './when-idle.ts';

/**
 * Lays out what the first paint has left out. The script in the head (`HeadScript.astro`) has a page that is read from
 * its beginning lay out only what is near (`far-blocks.css`), since a long article takes a phone far longer than its
 * first screen. The rest follows in quiet moments, block by block, so that each soon has its true place; and at once
 * before a click or a key may lead there.
 */
const isByBlock = document.documentElement.dataset['layout'] === 'by-block';
const far = isByBlock
  ? [...document.querySelectorAll<HTMLElement>('.prose > *, .article-footer, .site-footer')]
  : [];
/** How long to go on in one quiet moment, in milliseconds: a touch waits for little more. */
const ENOUGH = 5;

if (isByBlock) {
  // Pictures are not waited for: their places are known.
  whenQuiet(layOutSome);
  for (const event of ['click', 'keydown']) addEventListener(event, layOutAll, { capture: true, once: true });
}

function layOutSome(): void {
  const end = performance.now() + ENOUGH;
  // Asked for its place, a block is laid out now and not with the next frame.
  while (far.length > 0 && performance.now() < end) layOutNext()?.getBoundingClientRect();
  if (far.length > 0) whenQuiet(layOutSome);
}

function layOutAll(): void {
  while (far.length > 0) layOutNext();
}

function layOutNext(): HTMLElement | undefined {
  const block = far.shift();
  block?.style.setProperty('content-visibility', 'visible');
  return block;
}
