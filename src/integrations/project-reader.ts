import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Picture, Project } from '../series/article.ts';
import { unreadArticle } from '../markdown/unread-article.ts';
import { parseArticleName } from '../series/article-name.ts';
import { COMPONENTS } from '../series/author-components.ts';
import { checkProject } from '../series/check.ts';
import { checkFiles } from '../series/check-files.ts';
import { checkLinks } from '../series/check-links.ts';
import type { Problem } from '../series/problem.ts';
import { compareArticles } from '../series/order.ts';
import type { SiteAddress } from '../series/site-address.ts';
import { leadsToModule } from './module-lookup.ts';
import { readPictureSize } from './picture-file.ts';
import { ArticleReader } from './article-reader.ts';
import { type Room, readRoom } from './room.ts';

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
 * only the files that changed since; with a folder for caches, also in a later run.
 */
export class ProjectReader {
  readonly root: string;
  readonly #address: SiteAddress;
  readonly #articleReader: ArticleReader;
  #articles = new Map<string, Remembered<Article>>();
  #pictures = new Map<string, Remembered<Picture>>();

  constructor(root: string, address: SiteAddress, cache?: string) {
    this.root = root;
    this.#address = address;
    this.#articleReader = new ArticleReader(cache);
  }

  /** What articles can refer to, before any of them is read: only their names are known. */
  outline(): Project {
    const names = readRoom(this.root, 'articles').files.flatMap((path) => {
      const name = parseArticleName(`articles/${path}`);
      return name ? [unreadArticle(name)] : [];
    });
    return this.#projectOf(names, readRoom(this.root, 'articleimages'), readRoom(this.root, 'public'));
  }

  read(): ProjectState {
    const room = readRoom(this.root, 'articles');
    const pictures = readRoom(this.root, 'articleimages');
    const served = readRoom(this.root, 'public');
    const files = room.files.map((path) => `articles/${path}`);
    const articles = this.#readArticles(files).toSorted(compareArticles);
    const project = this.#projectOf(articles, pictures, served);
    const others = [
      ...checkLinks([...room.links, ...pictures.links, ...served.links]),
      ...checkFiles([
        { name: 'articleimages', files: pictures.files },
        { name: 'public', files: served.files },
      ]),
    ];
    return { project, problems: checkProject(project, files, others) };
  }

  #projectOf(articles: readonly Article[], pictures: Room, served: Room): Project {
    return {
      articles,
      bySlug: new Map(articles.toReversed().map((article) => [article.slug, article])),
      pictures: this.#readPictures(pictures.files),
      files: new Map(served.files.map((path) => [path.normalize('NFC'), path])),
      address: this.#address,
      modules: this.#modulesOf(articles),
      components: COMPONENTS,
    };
  }

  #readArticles(files: readonly string[]): Article[] {
    const known = this.#articles;
    const stamped = files.flatMap((file) => {
      const name = parseArticleName(file);
      return name ? [{ file, name, stamp: stampOf(join(this.root, file)) }] : [];
    });
    const changed = stamped.filter(({ file, stamp }) => known.get(file)?.stamp !== stamp);
    const read = this.#articleReader.read(
      changed.map(({ file, name }) => ({ name, bytes: readFileSync(join(this.root, file)) })),
    );
    const anew = new Map(changed.map(({ file }, index) => [file, read[index]]));
    const entries = stamped.flatMap(({ file, stamp }): [string, Remembered<Article>][] => {
      const value = anew.get(file) ?? known.get(file)?.value;
      return value ? [[file, { stamp, value }]] : [];
    });
    this.#articles = new Map(entries);
    return entries.map(([, { value }]) => value);
  }

  #readPictures(paths: readonly string[]): Map<string, Picture> {
    const known = this.#pictures;
    const folder = join(this.root, 'articleimages');
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
  const stamp = stampOf(path);
  return known?.stamp === stamp ? known : { stamp, value: read(readFileSync(path)) };
}

/** Another one when a file has changed. */
function stampOf(path: string): string {
  const { mtimeMs, size, ino } = statSync(path);
  return `${mtimeMs} ${size} ${ino}`;
}
