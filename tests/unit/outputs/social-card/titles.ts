import type { SocialCard } from '../../../../src/outputs/social-card/card.ts';
import { directionOf } from '../../../../src/series/language.ts';

/** Titles that are hard to set, with their languages. */
export const TITLES: Readonly<Record<string, readonly [title: string, language: string]>> = {
  'one word': ['Attention', 'en'],
  '300 characters': [`${'How attention and memory work together, '.repeat(7)}over and again.....`, 'en'],
  '120 characters without a space': ['Donaudampfschifffahrtselektrizit'.repeat(4).slice(0, 120), 'de'],
  '5000 characters': ['word '.repeat(1000), 'en'],
  'composed accents': ['Ça c’est l’été à Đà Nẵng — naïve, Ελληνικά, Русский', 'fr'],
  'decomposed accents': ['Ça c’est l’été à Đà Nẵng, x̂ and ȳ'.normalize('NFD'), 'fr'],
  Japanese: ['大規模言語モデルの内部構造を理解する：アテンション、そして「トークナイザー」について', 'ja'],
  Arabic: ['كيف تعمل نماذج اللغة الكبيرة (LLM) من الداخل: الانتباه والتحويل في 2024', 'ar'],
  'two directions': ['The word سلام عليكم (peace) in 12 tokens & 「日本語」', 'en'],
  mathematics: ['∑ 𝐱·𝐲 ≤ ‖𝐱‖‖𝐲‖, ∀ε>0 ∃δ → ℝ', 'en'],
  markup: ['<script>alert("1")</script> & &amp; <b>', 'en'],
};

export function cardWith(title: string, language = 'en'): SocialCard {
  return {
    site: 'LLM Internals',
    title,
    language,
    direction: directionOf(language),
    label: 'Part 3 of 7',
    remark: 'Inside large language models',
    progress: { part: 3, parts: 7 },
  };
}
