import type { Paragraph, Root, RootContent } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { InlineMath, Math } from 'mdast-util-math';
import type { Construct, Extension, State } from 'micromark-util-types';
import remarkMath from 'remark-math';
import type { Plugin, Processor } from 'unified';
import { mathText } from './math-text.ts';
import { walk } from './walk.ts';

declare module 'mdast-util-math' {
  interface InlineMathData {
    /** Whether it stands between two dollars. */
    isDisplay?: boolean;
  }
}

const DOLLAR = 36;

/** Reads formulas as GitHub does: those of remark-math, with other rules of where one begins and ends. */
export const remarkMathSyntax: Plugin<[], Root> = function () {
  const processor = this as unknown as Processor;
  remarkMath.call(processor);
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = processor.data();
  const [syntax] = micromarkExtensions.slice(-1) as readonly Extension[];
  const flow = syntax?.flow?.[DOLLAR];
  if (!flow || Array.isArray(flow)) throw new Error('remark-math has no construct for formulas any more.');
  micromarkExtensions.splice(-1, 1, { flow: { [DOLLAR]: aloneOnLine(flow) }, text: { [DOLLAR]: mathText } });
  fromMarkdownExtensions.push(displayed);
};

/** What stands beside the opening `$$` is part of the formula; remark-math would drop it. */
function aloneOnLine(flow: Construct): Construct {
  return {
    ...flow,
    tokenize(effects, ok, nok) {
      return effects.check(FENCE_ALONE, flow.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}

const FENCE_ALONE: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let dollars = 0;
    const rest: State = (code) => {
      if (code === null || code < -2) {
        effects.exit('mathFlowFence');
        return dollars === 2 ? ok(code) : nok(code);
      }
      if (code === DOLLAR) dollars++;
      else if (code !== 32 && code !== -2 && code !== -1) return nok(code);
      effects.consume(code);
      return rest;
    };
    return (code) => {
      effects.enter('mathFlowFence');
      return rest(code);
    };
  },
};

const displayed: FromMarkdown = {
  enter: {
    mathTextSequence(token) {
      const node = this.stack.findLast(({ type }) => type === 'inlineMath') as InlineMath | undefined;
      if (node && this.sliceSerialize(token) === '$$') node.data = { ...node.data, isDisplay: true };
    },
  },
  transforms: [setApart],
};

/** A `$$…$$` that is all of its paragraph is no part of a text. */
function setApart(tree: Root): void {
  walk(tree, (node, index = 0, parent) => {
    const math = node.type === 'paragraph' ? mathOf(node) : undefined;
    if (math && parent) parent.children[index] = math as RootContent;
  });
}

function mathOf({ children: [only, ...others], position }: Paragraph): Math | undefined {
  if (only?.type !== 'inlineMath' || others.length > 0) return undefined;
  const { value, data } = only as InlineMath;
  return data?.isDisplay ? { type: 'math', value, ...(position && { position }) } : undefined;
}
