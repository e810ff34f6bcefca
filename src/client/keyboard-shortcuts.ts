/**
 * Keys for the whole page: to the next and the previous part, to the search, and a list of all keys.
 * It holds the dialog with that list. A key does nothing while something has the focus that takes
 * keys itself.
 */
class KeyboardShortcuts extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener('keydown', this.#press);
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#press);
  }

  readonly #press = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const isFree =
      event.target === document.body ||
      event.target instanceof HTMLAnchorElement ||
      event.target === document.querySelector('main');
    const isSearch = (ctrlKey || metaKey) && !altKey && key === 'k';
    if (document.querySelector('dialog[open]')) return;
    if (isSearch || (isFree && key === '/')) {
      // Browsers have a search of their own at these keys.
      event.preventDefault();
      document.querySelector<HTMLAnchorElement>('site-search a')?.click();
    }
    if (!isFree || ctrlKey || metaKey || altKey) return;
    if (key === '?') this.querySelector('dialog')?.showModal();
    else if (key === 'j' || key === 'ArrowRight') this.#go('next');
    else if (key === 'k' || key === 'ArrowLeft') this.#go('prev');
  };

  #go(relation: string): void {
    document.querySelector<HTMLAnchorElement>(`a[rel="${relation}"]`)?.click();
  }
}

customElements.define('keyboard-shortcuts', KeyboardShortcuts);
