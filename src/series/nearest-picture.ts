import type { Picture } from './article.ts';
import { nearest, onlyNearest } from './nearest.ts';

/** Compares whole names, and names without their extension: `cat.jpg` may well mean `cat.png`. */
export function nearestPicture(path: string, files: readonly Picture[], slips?: number): Picture | undefined {
  const pictures = files.filter(({ size }) => size !== undefined);
  const wanted = lastSegment(path);
  if (wanted === '') return undefined;
  const byName = new Map(pictures.map((picture) => [lastSegment(picture.path), picture]));
  const byStem = new Map(pictures.map((picture) => [stem(picture.path), picture]));
  const exact = byName.get(wanted) ?? byStem.get(stem(wanted));
  if (exact || slips === 0) return exact;
  const name = nearest(wanted, byName.keys());
  const stemName = nearest(stem(wanted), byStem.keys());
  return byName.get(name ?? '') ?? byStem.get(stemName ?? '');
}

/**
 * The picture that can only be meant: of those with the same name, else the same but for case, else but for the
 * extension, else one that is near, it is the only one.
 */
export function onlyPicture(path: string, files: readonly Picture[]): Picture | undefined {
  const pictures = files.filter(({ size }) => size !== undefined);
  const wanted = lastSegment(path);
  const names = pictures.map((picture) => lastSegment(picture.path));
  const alike = [
    (name: string) => name === wanted,
    (name: string) => name.toLowerCase() === wanted.toLowerCase(),
    (name: string) => stem(name) === stem(wanted),
  ].map((isAlike) => pictures.filter((picture) => isAlike(lastSegment(picture.path))));
  const [found, other] = alike.find((some) => some.length > 0) ?? [];
  if (found) return other ? undefined : found;
  return pictures[names.indexOf(onlyNearest(wanted, names) ?? '')];
}

/** Whether a path is that of a suggestion, but for capitals and for where it starts from. */
export function isSameButCase(path: string, suggestion: string): boolean {
  const [one, other] = [path, suggestion].map((text) => text.replace(/^\/|^(\.\.?\/)+/, ''));
  return one !== other && one?.toLowerCase() === other?.toLowerCase();
}

export function lastSegment(path: string): string {
  return path.split(/[/\\]/).findLast((segment) => segment !== '') ?? '';
}

function stem(path: string): string {
  return lastSegment(path).replace(/\.[^.]*$/, '');
}
