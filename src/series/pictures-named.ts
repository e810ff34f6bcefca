import type { Picture } from './article.ts';

/** A file name with the extension of a picture, as it is typed where it has no spaces or brackets. */
const NAME = /[^\s/\\()<>"'`]+\.(?:avif|jpe?g|png|webp)/giu;

/**
 * The pictures that texts seem to show, before anybody has read them: those whose file names stand there.
 * One that is typed in another way is missed, and one of the same name in another folder is taken along.
 */
export function picturesNamed(pictures: Iterable<Picture>, texts: Iterable<string>): Picture[] {
  const names = new Set<string>();
  for (const text of texts) {
    for (const [name] of text.matchAll(NAME)) names.add(decoded(name).normalize('NFC'));
  }
  return [...pictures].filter(({ path }) => names.has(path.normalize('NFC').replace(/^.*\//, '')));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
