import type { Program } from 'estree';
import type { Mention } from '../series/article.ts';
import type { Place } from '../series/problem.ts';
import type { ElementFacts } from './facts.ts';

/** The names that a piece of MDX's JavaScript uses, defines, imports and exports. */
export interface MdxNames {
  readonly defined: readonly string[];
  readonly used: readonly Mention[];
  readonly exported: readonly Mention[];
  readonly imports: readonly Mention[];
  /** The elements of JSX that stand inside its expressions. */
  readonly elements: readonly ElementFacts[];
}

/**
 * Scopes are not told apart: what an article defines anywhere counts as defined everywhere, so
 * that nothing right is ever reported.
 */
export function namesIn(program: Program | null | undefined): MdxNames {
  const names: Mutable = { defined: [], used: [], exported: [], imports: [], elements: [] };
  for (const node of syntaxIn(program)) walk(node, names);
  return names;
}

/** The names of several pieces together. */
export function joinNames(pieces: readonly MdxNames[]): MdxNames {
  return {
    defined: pieces.flatMap(({ defined }) => defined),
    used: pieces.flatMap(({ used }) => used),
    exported: pieces.flatMap(({ exported }) => exported),
    imports: pieces.flatMap(({ imports }) => imports),
    elements: pieces.flatMap(({ elements }) => elements),
  };
}

type Mutable = { -readonly [Key in keyof MdxNames]: MdxNames[Key][number][] };

/** A node of the syntax tree, JSX included, as MDX has it parsed: https://github.com/estree/estree. */
export interface Syntax {
  readonly type: string;
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
  readonly [key: string]: unknown;
}

function walk(node: Syntax, names: Mutable): void {
  collect(node, names);
  for (const [key, value] of Object.entries(node)) {
    if (isNoReference(node, key)) continue;
    for (const child of syntaxIn(value)) walk(child, names);
  }
}

function collect(node: Syntax, names: Mutable): void {
  const { type } = node;
  if (type === 'Identifier') names.used.push(mention(node));
  if (type === 'JSXOpeningElement') names.elements.push(elementOf(node));
  for (const key of DEFINING[type] ?? []) {
    for (const pattern of syntaxIn(node[key])) names.defined.push(...boundBy(pattern).map(nameOf));
  }
  const [source] = /^(Import|ExportNamed|ExportAll)Declaration$/.test(type) ? syntaxIn(node['source']) : [];
  if (source) names.imports.push({ name: String(source['value']), place: placeOf(source) });
  const [declaration] = type === 'ExportNamedDeclaration' ? syntaxIn(node['declaration']) : [];
  if (declaration) names.exported.push(...declaredBy(declaration).map(mention));
}

/** The parts of a node that give names to what they stand for. */
const DEFINING: Readonly<Record<string, readonly string[]>> = {
  ArrowFunctionExpression: ['params'],
  CatchClause: ['param'],
  ClassDeclaration: ['id'],
  ClassExpression: ['id'],
  FunctionDeclaration: ['id', 'params'],
  FunctionExpression: ['id', 'params'],
  ImportDefaultSpecifier: ['local'],
  ImportNamespaceSpecifier: ['local'],
  ImportSpecifier: ['local'],
  VariableDeclarator: ['id'],
};

/** The identifiers that a pattern binds: `{ a, b: [c = d], ...e }` binds a, c and e. */
function boundBy(pattern: Syntax): Syntax[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'AssignmentPattern':
      return syntaxIn(pattern['left']).flatMap(boundBy);
    case 'RestElement':
      return syntaxIn(pattern['argument']).flatMap(boundBy);
    case 'ArrayPattern':
      return syntaxIn(pattern['elements']).flatMap(boundBy);
    case 'ObjectPattern':
      return syntaxIn(pattern['properties']).flatMap(boundBy);
    // A property of an object pattern: a pattern has nothing else in it.
    default:
      return syntaxIn(pattern['value']).flatMap(boundBy);
  }
}

function declaredBy(declaration: Syntax): Syntax[] {
  const declarators = syntaxIn(declaration['declarations']);
  return (declarators.length > 0 ? declarators : [declaration]).flatMap((one) =>
    syntaxIn(one['id']).flatMap(boundBy),
  );
}

/** Identifiers that name a property, a label or an export, and refer to nothing. */
function isNoReference(node: Syntax, key: string): boolean {
  if (/^(MetaProperty|ExportSpecifier|BreakStatement|ContinueStatement)$/.test(node.type)) return true;
  if (node.type === 'LabeledStatement') return key === 'label';
  if (node.type === 'ImportSpecifier') return key === 'imported';
  if (node['computed'] === true) return false;
  if (node.type === 'MemberExpression') return key === 'property';
  return /^(Property|MethodDefinition|PropertyDefinition)$/.test(node.type) && key === 'key';
}

function elementOf(node: Syntax): ElementFacts {
  const props = syntaxIn(node['attributes']).map((attribute) => {
    const [name] = syntaxIn(attribute['name']);
    const value = fixedText(syntaxIn(attribute['value'])[0])?.['value'];
    return {
      name: name ? String(name['name']) : '…',
      value: typeof value === 'string' ? value : undefined,
      place: placeOf(attribute),
    };
  });
  return { name: syntaxIn(node['name']).map(jsxName).join(''), props, place: placeOf(node) };
}

/** The literal that is all of a piece of JavaScript: `'a'`. */
export function literalIn(program: Program | null | undefined): Syntax | undefined {
  const [statement] = syntaxIn(program?.body);
  return fixedText(syntaxIn(statement?.['expression'])[0]);
}

/** The literal that an attribute's value is: `"a"`, `{'a'}`; a template without a gap becomes one. */
export function fixedText(value: Syntax | undefined): Syntax | undefined {
  if (value?.type === 'JSXExpressionContainer') return fixedText(syntaxIn(value['expression'])[0]);
  const [text, ...more] = value?.type === 'TemplateLiteral' ? syntaxIn(value['quasis']) : [];
  const cooked: unknown =
    text && more.length === 0 ? Reflect.get(Object(text['value']), 'cooked') : undefined;
  if (value && typeof cooked === 'string')
    Object.assign(value, { type: 'Literal', value: cooked, raw: undefined });
  return value?.type === 'Literal' ? value : undefined;
}

/** `Part`, or `Series.Part`. */
function jsxName(name: Syntax): string {
  if (name.type !== 'JSXMemberExpression') return nameOf(name);
  return [name['object'], name['property']].flatMap(syntaxIn).map(jsxName).join('.');
}

function mention(node: Syntax): Mention {
  return { name: nameOf(node), place: placeOf(node) };
}

function nameOf(node: Syntax): string {
  return String(node['name']);
}

function placeOf({ loc }: Syntax): Place {
  return { line: loc.start.line, column: loc.start.column + 1 };
}

/** The nodes that a field of a node holds: one, some or none. */
export function syntaxIn(value: unknown): Syntax[] {
  return (Array.isArray(value) ? value : [value]).filter(
    (one): one is Syntax =>
      typeof one === 'object' && one !== null && 'type' in one && typeof one.type === 'string',
  );
}
