import styles from '../../styles/search.css?inline';
import { Combobox } from './combobox.ts';
import { type Found, type Load, openIndex, type Search } from './index-reader.ts';
import { resultGroups } from './result-list.ts';

const HINT = 'Type words to find them in the text of all articles.';

const IN_DEV = 'There is no index while you write. Search works in the built site: npm start.';

/**
 * Makes the dialog of the site's search work: it holds a field, a place to say how it stands, and
 * where to go when it does not work.
 * Throws where Pagefind cannot be loaded.
 */
export async function startSearch(dialog: HTMLDialogElement, load: Load): Promise<void> {
  const input = dialog.querySelector('input');
  const [status, elsewhere] = dialog.querySelectorAll('p');
  if (!input || !status || !elsewhere) return;
  if (import.meta.env.DEV) {
    status.textContent = IN_DEV;
    return;
  }
  const search = await openIndex(load);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  const list = document.createElement('div');
  list.id = 'site:search-results';
  list.role = 'listbox';
  list.ariaLabel = 'Results';
  dialog.append(list);
  const combobox = new Combobox(input, list);
  const update = async () => {
    const { message, found, isFailed = false } = await answer(search, input.value.trim());
    if (message === undefined) return;
    status.textContent = message;
    elsewhere.hidden = !isFailed;
    combobox.show(found ? resultGroups(found.articles) : []);
  };
  combobox.show([]);
  input.addEventListener('input', () => void update());
  // A place in the same page is shown only when the dialog is gone.
  list.addEventListener('click', ({ ctrlKey, metaKey, shiftKey }) => {
    if (!ctrlKey && !metaKey && !shiftKey) dialog.close();
  });
  await update();
}

interface Answer {
  /** Undefined where another answer is to come. */
  readonly message?: string;
  readonly found?: Found;
  readonly isFailed?: boolean;
}

async function answer(search: Search, words: string): Promise<Answer> {
  if (words === '') return (void search(''), { message: HINT });
  try {
    const found = await search(words);
    return found ? { message: said(found, words), found } : {};
  } catch {
    return { message: 'The index of the search could not be read. You may be offline.', isFailed: true };
  }
}

function said({ articles, total }: Found, words: string): string {
  // The index answers with nothing, too, where a piece of it cannot be loaded.
  if (total === 0 && !navigator.onLine) return 'Nothing was found, but you are offline.';
  if (total === 0) return `Nothing was found for “${words}”.`;
  const places = articles.reduce((sum, { sections }) => sum + sections.length, 0);
  const shown = `${counted(places, 'place')} in ${counted(articles.length, 'article')}`;
  return total > articles.length ? `${shown}, the best of ${total} articles.` : `${shown}.`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
