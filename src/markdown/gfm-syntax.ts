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
  const tokens = lines.get(EMAIL)?.size === 0 ? WITHOUT_EMAIL : WITH_EMAIL;
  return { tokens: tokens.map((extension) => onlyIn(lines, extension)), nodes: NODES };
}

/** What micromark calls the construct that is asked at each letter. */
const EMAIL = 'emailAutolink';

/** What every address in a text has that remark-gfm makes a link of in the tree. */
const SIGN_OF_ADDRESS = /https?:|www\.|@/i;

const { tokens: WITH_EMAIL, nodes } = syntaxOf([remarkGfm]);
const NODES = nodes.map(searchingWhereSigned);
const WITHOUT_EMAIL = WITH_EMAIL.map(({ text = {}, ...others }) => ({ ...others, text: withoutEmail(text) }));

function withoutEmail(record: ConstructRecord): ConstructRecord {
  const lists = Object.entries(record).map(([code, list]): [string, Construct[]] => [
    code,
    [list ?? []].flat().filter(({ name }) => name !== EMAIL),
  ]);
  return Object.fromEntries(lists.filter(([, list]) => list.length > 0));
}

function onlyIn(lines: Lines, { text = {}, flow = {}, ...others }: Extension): Extension {
  const known = new Map<Construct, Construct>();
  const only = (construct: Construct): Construct => {
    const its = known.get(construct) ?? limited(construct, lines.get(construct.name ?? ''));
    known.set(construct, its);
    return its;
  };
  const record = (constructs: ConstructRecord): ConstructRecord =>
    Object.fromEntries(
      Object.entries(constructs).map(([code, list = []]) => [code, [list].flat().map(only)]),
    );
  return { ...others, text: record(text), flow: record(flow) };
}

function limited(construct: Construct, lines: ReadonlySet<number> | undefined): Construct {
  if (!lines) return construct;
  const { tokenize } = construct;
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return lines.has(this.now().line) ? tokenize.call(this, effects, ok, nok) : nok;
    },
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
