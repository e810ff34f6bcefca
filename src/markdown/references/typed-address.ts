import type { ReferenceSpan } from './reference-span.ts';

/** Characters that need no escape wherever an address can stand. */
const SAFE = /^[\p{L}\p{M}\p{N}_.~/%:-]+$/u;

/**
 * What stands at a span when its address becomes another one. Where the two differ in their path alone, and that
 * stands there as it is, the rest stays as it was typed: an `&` in a query is not made an `&amp;`.
 */
export function writeOver(typed: string, { url, write }: ReferenceSpan, other: string): string {
  const [path, otherPath] = [pathOf(url), pathOf(other)];
  const isSameBehind = url.slice(path.length) === other.slice(otherPath.length);
  const lead = typed.startsWith('<') ? '<' : '';
  const isAsTyped = typed.startsWith(lead + path);
  const isSafe = SAFE.test(path) && SAFE.test(otherPath);
  if (!isSameBehind || !isAsTyped || !isSafe || hasScheme(path) !== hasScheme(otherPath)) return write(other);
  return lead + otherPath + typed.slice(lead.length + path.length);
}

function pathOf(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

function hasScheme(path: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(path);
}
