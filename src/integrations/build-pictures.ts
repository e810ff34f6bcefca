import type { Picture } from '../series/article.ts';
import type { OutputFolder } from './output-folder.ts';
import { makeCopies, type PictureCopies, type PictureSources, publishPictures } from './pictures.ts';

/** The pictures of a build, whose copies are made while Astro bundles what pages are made of. */
export class BuildPictures {
  readonly #sources: PictureSources;
  #copies: Promise<PictureCopies> = Promise.resolve(new Map());
  #published: Promise<void> | undefined;

  constructor(sources: PictureSources) {
    this.#sources = sources;
  }

  /** Makes the copies once none are being made `ahead`. What goes wrong is told to those who wait. */
  copy(pictures: readonly Picture[], ahead: Promise<void>): void {
    this.#copies = ahead.then(() => makeCopies(pictures, this.#sources));
    this.#copies.catch(() => undefined);
  }

  /** Resolves once all are made. */
  get copies(): Promise<PictureCopies> {
    return this.#copies;
  }

  /** Publishes all, once: what is made of pages shows them, so it is before the first. Gives the copies. */
  async publish(output: OutputFolder): Promise<PictureCopies> {
    const copies = await this.#copies;
    await (this.#published ??= publishPictures(copies, this.#sources, output));
    return copies;
  }
}
