import leven from 'leven';

/**
 * The candidate that the author most probably meant: the same but for case, or few enough edits
 * away that it is a slip and not another word: `limit` where it is given. Undefined when none is near.
 */
export function nearest(
  value: string,
  candidates: Iterable<string>,
  limit = slipsIn(fold(value)),
): string | undefined {
  const wanted = fold(value);
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const other = fold(candidate);
    const distance = isSwap(wanted, other) ? 1 : leven(wanted, other, { maxDistance: bestDistance });
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/**
 * The candidate that the author can only have meant: the same but for case, or the only one that is near. Numbers
 * are never taken for slips: another one is another thing.
 */
export function onlyNearest(value: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates];
  const alike = all.filter((candidate) => fold(candidate) === fold(value));
  const near =
    alike.length > 0 ? alike : all.filter((candidate) => nearest(value, [candidate]) !== undefined);
  const [found, other] = near;
  return found !== undefined && other === undefined && digitsOf(found) === digitsOf(value)
    ? found
    : undefined;
}

function digitsOf(text: string): string {
  return text.replace(/\D+/g, ' ').trim();
}

/** How many slips of the pen a word of its length may have. */
function slipsIn({ length }: string): number {
  return length < 5 ? 1 : Math.max(2, Math.floor(length / 3));
}

/** Whether two texts differ in two neighbouring letters that changed places, the commonest slip of all. */
function isSwap(one: string, other: string): boolean {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const swapped = one.slice(0, at) + one.slice(at + 1, at + 2) + one.slice(at, at + 1) + one.slice(at + 2);
  return at >= 0 && swapped === other;
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
