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
  let level = 1;
  let titles = 0;
  return headings.flatMap((heading, index) => {
    const { depth, place } = heading;
    const found: Finding[] = [];
    if (heading.text === '') found.push(EMPTY);
    if (depth === 1 && ++titles > 1) found.push(secondTitle(heading));
    if (depth > level + 1 && heading.text !== '')
      found.push(skipped(heading, level, headings[index + 1]?.depth === depth));
    level = depth;
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

function skipped(heading: Heading, from: number, hasSibling: boolean): Finding {
  return {
    rule: 'heading-level',
    message: `The heading \`${heading.text}\` skips from level ${from} to level ${heading.depth}.`,
    hint: `Write \`${asHeading(from + 1, heading)}\`${hasSibling ? ', and the headings beside it likewise' : ''}.`,
  };
}

/** The heading as its author would write it on another level. */
function asHeading(depth: number, { text, markup }: Heading): string {
  return markup === undefined ? `<h${depth}>${text}</h${depth}>` : `${'#'.repeat(depth)} ${markup}`;
}
