import { keepTheme, readTheme } from './device-storage.ts';
import { whenAsked } from './first-visit.ts';

/** What a choice is called; nothing is chosen where the system's theme is shown. */
const THEMES = { '': 'System', light: 'Light', dark: 'Dark' };

/**
 * Lets the reader choose between the system's theme, light and dark. The choice is kept on this
 * device only; the script in `HeadScript.astro` applies it before anything is painted. Without
 * scripts there is nothing to choose, and the system's theme is shown. What it is made of is made
 * here: a browser takes longer for the styles of one field than for those of a hundred elements.
 */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    if (this.firstChild) return;
    const select = document.createElement('select');
    for (const [theme, name] of Object.entries(THEMES)) select.add(new Option(name, theme));
    select.ariaLabel = 'Theme';
    // A browser would otherwise put back what was chosen before the page was loaded again.
    select.autocomplete = 'off';
    const show = (theme: string): void => {
      select.value = theme;
      if (theme) document.documentElement.dataset['theme'] = theme;
      else delete document.documentElement.dataset['theme'];
    };
    select.addEventListener('change', () => {
      keepTheme(select.value || undefined);
      show(select.value);
    });
    whenAsked(() => {
      const theme = readTheme();
      if (theme && Object.hasOwn(THEMES, theme)) show(theme);
    });
    this.append(select);
  }
}

customElements.define('theme-switch', ThemeSwitch);
