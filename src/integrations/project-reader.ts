import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../markdown/read-article.ts';
import type { Article, Picture, Project } from '../series/article.ts';
import { parseArticleName } from '../series/article-name.ts';
import { COMPONENTS } from '../series/author-components.ts';
import { checkProject } from '../series/check.ts';
import type { Problem } from '../series/problem.ts';
import { compareArticles } from '../series/order.ts';
import type { SiteAddress } from '../series/site-address.ts';
import { filesBelow } from './files-below.ts';
import { leadsToModule } from './module-lookup.ts';
import { readPictureSize } from './picture-file.ts';

export interface ProjectState {
  readonly project: Project;
  readonly problems: readonly Problem[];
}

interface Remembered<Value> {
  readonly stamp: string;
  readonly value: Value;
}

/**
 * Reads a project from its root: `articles/`, `articleimages/` and `public/`. Reading again reads
 * only the files that changed since.
 */
export class ProjectReader {
  readonly root: string;
  readonly #address: SiteAddress;
  #articles = new Map<string, Remembered<Article>>();
  #pictures = new Map<string, Remembered<Picture>>();

  constructor(root: string, address: SiteAddress) {
    this.root = root;
    this.#address = address;
  }

  read(): ProjectState {
    const files = filesBelow(join(this.root, 'articles')).map((path) => `articles/${path}`);
    const articles = this.#readArticles(files).toSorted(compareArticles);
    const project: Project = {
      articles,
      bySlug: new Map(articles.toReversed().map((article) => [article.slug, article])),
      pictures: this.#readPictures(),
      files: new Map(filesBelow(join(this.root, 'public')).map((path) => [path.normalize('NFC'), path])),
      address: this.#address,
      modules: this.#modulesOf(articles),
      components: COMPONENTS,
    };
    return { project, problems: checkProject(project, files) };
  }

  #readArticles(files: readonly string[]): Article[] {
    const known = this.#articles;
    this.#articles = new Map();
    return files.flatMap((file) => {
      const name = parseArticleName(file);
      if (!name) return [];
      const path = join(this.root, file);
      const remembered = remember(known.get(file), path, (bytes) => readArticle(name, bytes));
      this.#articles.set(file, remembered);
      return [remembered.value];
    });
  }

  #readPictures(): Map<string, Picture> {
    const known = this.#pictures;
    const folder = join(this.root, 'articleimages');
    const paths = filesBelow(folder);
    this.#pictures = new Map(
      paths.map((path) => [
        path.normalize('NFC'),
        remember(known.get(path.normalize('NFC')), join(folder, path), (bytes) => ({
          path,
          size: readPictureSize(bytes, path),
        })),
      ]),
    );
    return new Map([...this.#pictures].map(([path, { value }]) => [path, value]));
  }

  #modulesOf(articles: readonly Article[]): Set<string> {
    const names = articles.flatMap(({ imports }) => imports.map(({ name }) => name));
    return new Set(names.filter((name) => leadsToModule(name, this.root)));
  }
}

function remember<Value>(
  known: Remembered<Value> | undefined,
  path: string,
  read: (bytes: Uint8Array) => Value,
): Remembered<Value> {
  const { mtimeMs, size, ino } = statSync(path);
  const stamp = `${mtimeMs} ${size} ${ino}`;
  return known?.stamp === stamp ? known : { stamp, value: read(readFileSync(path)) };
}
