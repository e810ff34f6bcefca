import { forgetPlaces, readPlaces } from './device-storage.ts';
import { whenAsked } from './first-visit.ts';
import { tellWorker } from './tell-worker.ts';

/**
 * Says, in a list of parts, which were read and how far, and forgets all of it at one tap. The
 * parts carry their slugs as `data-slug`.
 */
class ReadingMarks extends HTMLElement {
  connectedCallback(): void {
    whenAsked(() => {
      this.#mark();
    });
  }

  #mark(): void {
    const places = readPlaces();
    for (const part of this.querySelectorAll<HTMLElement>('[data-slug]')) {
      const place = places[part.dataset['slug'] ?? ''];
      const facts = part.querySelector('.article-facts');
      if (!place || !facts) continue;
      const mark = document.createElement('li');
      mark.className = 'reading-mark';
      mark.textContent = place.share > 0.95 ? 'Read' : `Read to ${Math.round(place.share * 100)} %`;
      facts.append(mark);
    }
    const forget = this.querySelector<HTMLButtonElement>('.forget');
    if (!forget || !this.querySelector('.reading-mark')) return;
    forget.hidden = false;
    forget.addEventListener('click', () => {
      forgetPlaces();
      // Pages that are kept to be read offline tell as much.
      tellWorker(() => 'forget');
      for (const mark of this.querySelectorAll('.reading-mark')) mark.remove();
      forget.hidden = true;
    });
  }
}

customElements.define('reading-marks', ReadingMarks);
