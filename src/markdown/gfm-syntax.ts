import type { Root } from 'mdast';
import type { Extension as NodeExtension } from 'mdast-util-from-markdown';
import type { Construct, ConstructRecord, Extension } from 'micromark-util-types';
import remarkGfm from 'remark-gfm';
import { type Lines, linesOfConstructs } from './gfm-lines.ts';
import { type Syntax, syntaxOf } from './syntax.ts';
import { walk } from './walk.ts';

/**
 * The syntax of remark-gfm for one text: addresses and tables are looked for only where there may be
 * one. To try each word as an email address, and each line as the head of a table, takes longer than
 * all else that the parser does: 2.4 of 4.0 ms for 9 kB.
 */
export function gfmSyntax(text: string): Syntax {
  const lines = linesOfConstructs(text);
  return { tokens: extensionsFor(lines).map((extension) => onlyIn(lines, extension)), nodes: NODES };
}

/** What every address in a text has that remark-gfm makes a link of in the tree. */
const SIGN_OF_ADDRESS = /https?:|www\.|@/i;

const { tokens: TOKENS, nodes } = syntaxOf([remarkGfm]);
const NODES = nodes.map(searchingWhereSigned);

/** By the names of those constructs that are left out. */
const known = new Map<string, readonly Extension[]>();

/** The extensions without the constructs that can begin in no line: at each letter that one of them begins with, it is asked. */
function extensionsFor(lines: Lines): readonly Extension[] {
  const absent = [...lines].filter(([, { size }]) => size === 0).map(([name]) => name);
  const key = absent.join(' ');
  const extensions = known.get(key) ?? TOKENS.map((extension) => without(absent, extension));
  known.set(key, extensions);
  return extensions;
}

function without(names: readonly string[], extension: Extension): Extension {
  return changed(extension, (list) => list.filter(({ name = '' }) => !names.includes(name)));
}

/** The extension with the constructs of texts and blocks that are to be asked at each letter. */
function changed(
  { text = {}, flow = {}, ...others }: Extension,
  change: (list: Construct[]) => Construct[],
): Extension {
  const record = (constructs: ConstructRecord): ConstructRecord => {
    const lists = Object.entries(constructs).map(
      ([code, list = []]) => [code, change([list].flat())] as const,
    );
    return Object.fromEntries(lists.filter(([, list]) => list.length > 0));
  };
  return { ...others, text: record(text), flow: record(flow) };
}

function onlyIn(lines: Lines, extension: Extension): Extension {
  const limitedOnce = new Map<Construct, Construct>();
  return changed(extension, (list) =>
    list.map((construct) => {
      const its = limitedOnce.get(construct) ?? limited(construct, lines.get(construct.name ?? ''));
      limitedOnce.set(construct, its);
      return its;
    }),
  );
}

/** Asked elsewhere it would end the run of plain text that it stands in, which would be put together again. */
function limited(construct: Construct, lines: ReadonlySet<number> | undefined): Construct {
  if (!lines) return construct;
  const { tokenize, previous } = construct;
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return lines.has(this.now().line) ? tokenize.call(this, effects, ok, nok) : nok;
    },
    ...(previous && {
      previous(code) {
        return previous.call(this, code) && lines.has(this.now().line);
      },
    }),
  };
}

function searchingWhereSigned({ transforms, ...extension }: NodeExtension): NodeExtension {
  if (!transforms) return extension;
  return {
    ...extension,
    transforms: transforms.map((transform) => (tree) => (mayHaveAddress(tree) ? transform(tree) : undefined)),
  };
}

function mayHaveAddress(tree: Root): boolean {
  let isFound = false;
  walk(tree, (node) => {
    if (node.type === 'text') isFound ||= SIGN_OF_ADDRESS.test(node.value);
    return undefined;
  });
  return isFound;
}
