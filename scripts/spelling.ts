import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ProjectState } from '../src/integrations/project-reader.ts';
import { spellingRemarks } from '../src/markdown/spelling.ts';
import { readProjectWords, withProjectWords } from '../src/series/dictionary.ts';
import type { Remark } from '../src/series/remark.ts';
import { loadEnglish } from './english.ts';

/** The words of a project's articles that neither English nor its `dictionary.txt` has. */
export async function checkSpelling({ project }: ProjectState, root: string): Promise<Remark[]> {
  const path = resolve(root, 'dictionary.txt');
  const words = readProjectWords(existsSync(path) ? readFileSync(path, 'utf8') : '');
  const dictionary = withProjectWords(await loadEnglish(), words);
  return project.articles
    .filter(({ whole }) => whole)
    .flatMap((article) => {
      const text = new TextDecoder().decode(readFileSync(resolve(root, article.file)));
      return spellingRemarks(article, text, dictionary);
    });
}
