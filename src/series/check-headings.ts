import type { Article, Heading } from './article.ts';
import { type Finding, type Problem, START } from './problem.ts';

/** An article has a title, which is its first-level heading unless its front matter has another. */
export function checkTitle({ title, isTitleUnknown, headings, file }: Article): Problem[] {
  if (title !== undefined || isTitleUnknown) return [];
  const [first] = headings;
  const hint = first?.text
    ? `If \`${first.text}\` is its title, write \`${asHeading(1, first)}\`, and one \`#\` less before the other headings, too.`
    : 'Start it with a line `# Title`, or write `title:` in the front matter.';
  return [{ rule: 'missing-title', file, place: START, message: 'The article has no title.', hint }];
}

/** Headings have a text, do not skip a level, and only one is of the first level. */
export function checkHeadings({ headings, file }: Article): Problem[] {
  let titles = 0;
  /** The headings above, outermost first, each with the level that it will have once all is mended. */
  let above: { readonly depth: number; readonly mended: number }[] = [{ depth: 1, mended: 1 }];
  return headings.flatMap((heading, index) => {
    const { depth, place } = heading;
    const level = headings[index - 1]?.depth ?? 1;
    above = above.filter((one, at) => at === 0 || one.depth < depth);
    const mended = Math.min(depth, (above.at(-1)?.mended ?? 1) + 1);
    if (depth > 1) above.push({ depth, mended });
    const found: Finding[] = [];
    if (heading.isEmpty) found.push(EMPTY);
    if (depth === 1 && ++titles > 1 && !heading.isEmpty) found.push(secondTitle(heading));
    const isSkip = depth > level + 1 && !heading.isEmpty;
    if (isSkip)
      found.push(
        skipped(heading, { from: level, to: mended, hasSibling: headings[index + 1]?.depth === depth }),
      );
    return found.map((finding): Problem => ({ ...finding, file, place }));
  });
}

const EMPTY: Finding = {
  rule: 'empty-heading',
  message: 'The heading has no text.',
  hint: 'Write its text, or remove its `#` signs.',
};

function secondTitle(heading: Heading): Finding {
  return {
    rule: 'extra-title',
    message: `\`${heading.text}\` is a second first-level heading; an article has one, its title.`,
    hint: `Write \`${asHeading(2, heading)}\`.`,
  };
}

interface Skip {
  readonly from: number;
  readonly to: number;
  readonly hasSibling: boolean;
}

function skipped(heading: Heading, { from, to, hasSibling }: Skip): Finding {
  return {
    rule: 'heading-level',
    message: `The heading \`${heading.text}\` skips from level ${from} to level ${heading.depth}.`,
    hint: `Write \`${asHeading(to, heading)}\`${hasSibling ? ', and the headings beside it likewise' : ''}.`,
  };
}

/** The heading as its author would write it on another level. */
function asHeading(depth: number, { text, markup }: Heading): string {
  return markup === undefined ? `<h${depth}>${text}</h${depth}>` : `${'#'.repeat(depth)} ${markup}`;
}
