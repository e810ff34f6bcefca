import leven from 'leven';

/**
 * The candidate that the author most probably meant: the same but for case, or few enough edits
 * away that it is a slip and not another word. Undefined when none is near.
 */
export function nearest(value: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(value);
  // Two letters exchanged are two edits, and the commonest slip.
  const limit = wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const distance = leven(wanted, fold(candidate), { maxDistance: bestDistance });
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
