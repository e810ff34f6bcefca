import type { Root } from 'mdast';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import type { Plugin, Processor } from 'unified';
import type { Range } from '../text-edits.ts';

declare module 'mdast' {
  interface LinkData {
    destination?: Range;
  }
  interface ImageData {
    destination?: Range;
  }
  interface DefinitionData {
    destination?: Range;
  }
}

/**
 * Notes in the data of each link, picture and definition where its address stands in the source, with
 * the `<` and `>` around it. Those whose address is their text have none.
 */
export const remarkDestinations: Plugin<[], Root> = function () {
  const data = (this as unknown as Processor).data();
  (data.fromMarkdownExtensions ??= []).push(destinations);
};

const destinations: Extension = {
  exit: {
    // The first of the two brackets: between them there may be nothing.
    resourceMarker(token) {
      note(this, { start: token.end.offset, end: token.end.offset }, false);
    },
    resourceDestination: noteToken,
    definitionDestination: noteToken,
  },
};

function noteToken(this: CompileContext, { start, end }: Token): void {
  note(this, { start: start.offset, end: end.offset }, true);
}

function note({ stack }: CompileContext, destination: Range, isSure: boolean): void {
  const node = stack.at(-1);
  if (node?.type !== 'link' && node?.type !== 'image' && node?.type !== 'definition') return;
  if (isSure || !node.data?.destination) node.data = { ...node.data, destination };
}
