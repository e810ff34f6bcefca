import type { Nodes } from 'mdast';
import type { Finding, Place } from '../series/problem.ts';
import { type Syntax, syntaxIn } from './mdx-names.ts';
import { startOf } from './source-text.ts';

/** How deep the elements of a text may stand in each other: far deeper than any reader follows. */
export const DEEPEST = 100;

/** How deep JavaScript may be nested; a sum of many summands counts as deep. */
const DEEPEST_CODE = 500;

/** Told instead of what would overflow the stack of whoever reads or renders the article. */
export const TOO_DEEP: Finding = {
  rule: 'deep-nesting',
  message: 'What begins here stands too deep in other elements.',
  hint: `Take it out of some of them: ${DEEPEST} levels is all that can be read.`,
};

const TOO_DEEP_CODE: Finding = {
  rule: 'deep-nesting',
  message: 'The JavaScript here is nested too deeply.',
  hint: 'Divide it into smaller expressions, each with a name.',
};

/** Where not even the parser came to an end. */
export const OVERFLOW: Finding = {
  rule: 'deep-nesting',
  message: 'What stands here is nested too deeply to be read.',
  hint: TOO_DEEP.hint,
};

export interface TooDeep {
  readonly finding: Finding;
  readonly place: Place;
}

/** The first node that stands too deep. It needs no stack of its own, however deep the tree is. */
export function tooDeep(tree: Nodes): TooDeep | undefined {
  let level: readonly Nodes[] = [tree];
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
    const code = level.find((node) => programsOf(node).some(isDeepCode));
    if (code) return { finding: TOO_DEEP_CODE, place: startOf(code) };
    level = level.flatMap((node): readonly Nodes[] => ('children' in node ? node.children : []));
  }
  const [node] = level;
  return node && { finding: TOO_DEEP, place: startOf(node) };
}

/** The JavaScript of a node of MDX: an expression, an attribute's value, a module. */
function programsOf(node: Nodes): unknown[] {
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.attributes.flatMap((attribute) => {
        const value = attribute.type === 'mdxJsxExpressionAttribute' ? attribute : attribute.value;
        return value && typeof value === 'object' ? [value.data?.estree] : [];
      });
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
    case 'mdxjsEsm':
      return [node.data?.estree];
    default:
      return [];
  }
}

function isDeepCode(program: unknown): boolean {
  let level: readonly Syntax[] = syntaxIn(program);
  for (let depth = 0; depth <= DEEPEST_CODE && level.length > 0; depth++) {
    level = level.flatMap((node) => Object.values(node).flatMap(syntaxIn));
  }
  return level.length > 0;
}

/** Whether an error says that something was nested deeper than the stack reaches. */
export function isOverflow(error: unknown): boolean {
  const text = error instanceof Error ? `${error.message} ${String(error.cause)}` : '';
  return error instanceof RangeError || /call stack size|stack space/i.test(text);
}
