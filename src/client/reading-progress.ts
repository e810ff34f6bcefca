import { keepPlace, readPlaces } from './device-storage.ts';
import { askDevice, whenAsked } from './first-visit.ts';

/**
 * Follows the reading of an article: marks the section that is being read in the contents, fills
 * the bar, keeps the place on this device, and offers to continue there. It holds the contents,
 * whose links need none of this, and has the attribute `slug`.
 */
class ReadingProgress extends HTMLElement {
  #headings: readonly HTMLElement[] = [];
  readonly #bar = document.createElement('progress');
  #isWaiting = false;

  connectedCallback(): void {
    const article = document.querySelector('article');
    if (!article) return;
    this.#headings = [...article.querySelectorAll<HTMLElement>(':is(h2, h3)[id]:not(.footnotes *)')];
    this.#bar.className = 'reading-bar';
    this.#bar.ariaHidden = 'true';
    // Behind all that is in it: an element among others has browsers match all styles of those anew.
    this.append(this.#bar);
    whenAsked(() => {
      this.#offer();
    });
    const update = (): void => {
      if (this.#isWaiting) return;
      this.#isWaiting = true;
      requestAnimationFrame(() => {
        this.#isWaiting = false;
        this.#follow(article.getBoundingClientRect());
      });
    };
    addEventListener('scroll', update, { passive: true });
    addEventListener('resize', update, { passive: true });
    // Now, and with each block and picture that gets its true height.
    new ResizeObserver(update).observe(article);
  }

  /** Offers the place of the last visit, unless the reader comes for another one. */
  #offer(): void {
    const place = readPlaces()[this.#slug];
    const heading = this.#headings.find(({ id }) => id === place?.heading);
    const offer = document.querySelector<HTMLAnchorElement>('.continue-at');
    if (!place || !heading || !offer || location.hash || place.share > 0.95) return;
    offer.href = `#${encodeURIComponent(heading.id)}`;
    offer.textContent = `Continue at “${heading.textContent}”`;
    offer.hidden = false;
  }

  #follow({ top, height }: DOMRect): void {
    const line = innerHeight / 3;
    const isEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    let current: HTMLElement | undefined;
    for (const heading of this.#headings) {
      // None further down is asked, since it would have to be laid out for that.
      if (!isEnd && heading.getBoundingClientRect().top > line) break;
      current = heading;
    }
    // From the line at which the text begins to that at which its end is in view.
    const share = Math.min(1, Math.max(0, (line - top) / Math.max(1, height + line - innerHeight)));
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
      const isCurrent = decodeURIComponent(link.hash.slice(1)) === current?.id;
      link.toggleAttribute('data-current', isCurrent);
    }
    this.#bar.value = share;
    // Who has only opened the page has not begun to read it.
    if (!current || scrollY === 0) return;
    askDevice();
    keepPlace(this.#slug, { heading: current.id, share: isEnd ? 1 : share });
  }

  get #slug(): string {
    return this.getAttribute('slug') ?? '';
  }
}

customElements.define('reading-progress', ReadingProgress);
