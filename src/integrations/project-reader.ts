import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { imageSize } from 'image-size';
import { readArticle } from '../markdown/read-article.ts';
import type { Article, Picture, Project } from '../series/article.ts';
import { parseArticleName } from '../series/article-name.ts';
import { checkProject } from '../series/check.ts';
import type { Problem } from '../series/problem.ts';
import { compareArticles } from '../series/order.ts';

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
  #articles = new Map<string, Remembered<Article>>();
  #pictures = new Map<string, Remembered<Picture>>();

  constructor(root: string) {
    this.root = root;
  }

  read(): ProjectState {
    const files = filesBelow(join(this.root, 'articles')).map((path) => `articles/${path}`);
    const articles = this.#readArticles(files).toSorted(compareArticles);
    const project: Project = {
      articles,
      bySlug: new Map(articles.toReversed().map((article) => [article.slug, article])),
      pictures: this.#readPictures(),
      files: new Set(filesBelow(join(this.root, 'public')).map((path) => path.normalize('NFC'))),
      modules: this.#modulesOf(articles),
      components: [],
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
          size: sizeOf(bytes),
        })),
      ]),
    );
    return new Map([...this.#pictures].map(([path, { value }]) => [path, value]));
  }

  #modulesOf(articles: readonly Article[]): Set<string> {
    const names = articles.flatMap(({ imports }) => imports.map(({ name }) => name));
    return new Set(names.filter((name) => name.startsWith('.') && this.#leadsToFile(name)));
  }

  #leadsToFile(name: string): boolean {
    const path = resolve(this.root, 'articles', name);
    // The extensions that Vite tries: https://vite.dev/config/shared-options.html#resolve-extensions
    return ['', '.mjs', '.js', '.mts', '.ts', '.jsx', '.tsx', '.json'].some((ending) => {
      const stats = statSync(path + ending, { throwIfNoEntry: false });
      return stats?.isFile() === true;
    });
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

/** Paths below a folder, with `/`; files whose names start with a dot are left out. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() || (entry.isSymbolicLink() && isFile(join(entry.parentPath, entry.name))),
    )
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((segment) => segment.startsWith('.')))
    .toSorted();
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function sizeOf(bytes: Uint8Array): Picture['size'] {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    // From 5 on, the Exif orientation turns the picture by a quarter.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}
