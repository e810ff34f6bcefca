import type { Reference } from './article.ts';
import { resolveReference } from './reference.ts';
import { addressOf, articleAddress, type Context } from './target.ts';

/** The whole address of a reference, to be read anywhere; of one that is a problem, what was typed. */
export function absoluteAddress(reference: Pick<Reference, 'url' | 'use'>, context: Context): string {
  const { origin, base } = context.project.address;
  const target = resolveReference(reference, context);
  const here = articleAddress(context.article.slug, origin + base);
  if (target.kind === 'here') return here + target.suffix;
  return addressOf(target, origin + base) ?? reference.url;
}
