import type { Root } from 'mdast';
import { remarkDefinitionList } from 'remark-definition-list';
import remarkMdx from 'remark-mdx';
import type { ArticleName } from '../series/article-name.ts';
import { gfmSyntax } from './gfm-syntax.ts';
import { remarkDestinations } from './references/remark-destinations.ts';
import { remarkMathSyntax } from './remark-math-syntax.ts';
import { parseWith, syntaxOf } from './syntax.ts';

const MDX = syntaxOf([remarkMdx]);
const OURS = syntaxOf([remarkDefinitionList, remarkMathSyntax, remarkDestinations]);

/** The tree of a text with all the syntax that articles may have; throws at the first mistake of MDX. */
export function micromarkParse(body: string, format: ArticleName['format']): Root {
  return parseWith([...(format === 'mdx' ? [MDX] : []), gfmSyntax(body), OURS], body);
}
