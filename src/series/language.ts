/** Scripts that are written from right to left: https://www.unicode.org/Public/UNIDATA/PropertyValueAliases.txt, R and AL. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]);

/** A language tag such as `en`, `pt-BR` or `zh-Hant`: https://www.rfc-editor.org/info/bcp47. */
export function isLanguage(tag: string): boolean {
  try {
    return (
      new Intl.Locale(tag).language !== 'und' &&
      new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(
        new Intl.Locale(tag).language,
      ) !== undefined
    );
  } catch {
    return false;
  }
}

/** By language: it takes a tenth of a millisecond to find out, and is asked several times for each page. */
const directions = new Map<string, 'ltr' | 'rtl'>();

/** Which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const isRight = () => RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? '');
  const direction = directions.get(language) ?? (isRight() ? 'rtl' : 'ltr');
  directions.set(language, direction);
  return direction;
}
