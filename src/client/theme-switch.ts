import { keep } from './device-storage.ts';

/**
 * Lets the reader choose between the system's theme, light and dark. The choice is kept on this
 * device only; the script in `ThemeScript.astro` applies it before anything is painted. Without
 * scripts there is nothing to choose, and the system's theme is shown.
 */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    if (!select) return;
    select.value = document.documentElement.dataset['theme'] ?? '';
    select.addEventListener('change', () => {
      const theme = select.value;
      keep('theme', theme || undefined);
      if (theme) document.documentElement.dataset['theme'] = theme;
      else delete document.documentElement.dataset['theme'];
    });
  }
}

customElements.define('theme-switch', ThemeSwitch);
