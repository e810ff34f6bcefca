const ON_DISK = 'Search works on the published site, not in files opened from disk.';
const FAILED = 'Search could not be loaded. You may be offline.';

/**
 * Opens the search in a dialog. Nothing of it is loaded before, and it has no field: a browser takes longer to make one
 * than for all else that stands before the text. Without scripts the link leads to what the dialog then says.
 */
class SiteSearch extends HTMLElement {
  #isStarted = false;

  connectedCallback(): void {
    const dialog = this.querySelector('dialog');
    this.querySelector('a')?.addEventListener('click', (event) => {
      event.preventDefault();
      if (dialog) void this.#open(dialog);
    });
    dialog?.addEventListener('click', ({ target }) => {
      if (target === dialog) dialog.close();
    });
  }

  async #open(dialog: HTMLDialogElement): Promise<void> {
    const input = dialog.querySelector('input') ?? addField(dialog);
    const isOnDisk = location.protocol === 'file:';
    input.disabled = isOnDisk;
    dialog.showModal();
    input.select();
    if (this.#isStarted) return;
    this.#say(isOnDisk ? ON_DISK : 'Loading …');
    if (isOnDisk) return;
    this.#isStarted = true;
    try {
      const { startSearch } = await import('./search/panel.ts');
      // Imports stand in one script only, since those of two would share what the bundler adds to them.
      await startSearch(dialog, (address) => import(/* @vite-ignore */ address));
    } catch {
      this.#isStarted = false;
      this.#say(FAILED);
    }
  }

  #say(text: string): void {
    this.querySelector('[role=status]')?.replaceChildren(text);
  }
}

function addField(dialog: HTMLDialogElement): HTMLInputElement {
  const input = document.createElement('input');
  input.ariaLabel = 'Words to search for';
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.enterKeyHint = 'go';
  const form = document.createElement('form');
  form.method = 'dialog';
  form.append(Object.assign(document.createElement('button'), { textContent: 'Close' }));
  dialog.prepend(input, form);
  return input;
}

customElements.define('site-search', SiteSearch);
