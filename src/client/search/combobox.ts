/**
 * A field that moves through the options of a list while it keeps the focus, as in
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/.
 */
export class Combobox {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;

  constructor(input: HTMLInputElement, list: HTMLElement) {
    this.#input = input;
    this.#list = list;
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-controls': list.id,
    })) {
      input.setAttribute(name, value);
    }
    input.addEventListener('keydown', this.#press);
  }

  /** Shows other options; none of them is chosen yet. */
  show(groups: readonly HTMLElement[]): void {
    this.#list.replaceChildren(...groups);
    this.#list.hidden = groups.length === 0;
    this.#list.scrollTop = 0;
    this.#input.setAttribute('aria-expanded', String(groups.length > 0));
    this.#input.removeAttribute('aria-activedescendant');
  }

  get #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')];
  }

  readonly #press = (event: KeyboardEvent): void => {
    const options = this.#options;
    if (event.isComposing || options.length === 0) return;
    const current = options.findIndex((option) => option.ariaSelected === 'true');
    if (event.key === 'Enter') {
      event.preventDefault();
      options[Math.max(0, current)]?.dispatchEvent(new MouseEvent('click', event));
      return;
    }
    const next = nextOption(event.key, current, options.length);
    if (next === undefined) return;
    event.preventDefault();
    options[current]?.setAttribute('aria-selected', 'false');
    const option = options[next];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    this.#input.setAttribute('aria-activedescendant', option?.id ?? '');
  };
}

/**
 * The option that a key leads to; `current` is -1 where none is chosen. Undefined for a key that
 * belongs to the text of the field, as Home and End do until an option is chosen.
 */
export function nextOption(key: string, current: number, count: number): number | undefined {
  if (key === 'ArrowDown') return (current + 1) % count;
  if (key === 'ArrowUp') return current <= 0 ? count - 1 : current - 1;
  if (current >= 0 && key === 'Home') return 0;
  return current >= 0 && key === 'End' ? count - 1 : undefined;
}
