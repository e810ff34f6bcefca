import { describe, expect, test } from 'vitest';
import { render } from '../../support/render.ts';

describe.each(['md', 'mdx'] as const)('a code block in .%s', (format) => {
  const html = async (info: string, ...lines: readonly string[]) => {
    const rendered = (await render(`\`\`\`${info}\n${lines.join('\n')}\n\`\`\`\n`, format)).html;
    expect(rendered).not.toContain('style=');
    return rendered;
  };
  /** The classes of each line, its number, and its text. */
  const linesOf = async (info: string, ...lines: readonly string[]) => {
    const found = (await html(info, ...lines)).matchAll(
      /<span class="line ?([^"]*)"(?: data-line="(\d+)")?>(.*?)<\/span>(?=\n|<\/code>)/g,
    );
    return [...found].map(([, classes = '', number = '', text = '']) =>
      [classes, number, text.replace(/<[^>]*>/g, '')].join('|'),
    );
  };

  test('with a title is a figure, whose caption names the box that scrolls', async () => {
    expect(await html('text title="a & b"', 'x')).toBe(
      '<figure class="code-block"><figcaption class="code-title">a &#x26; b</figcaption><code-copy></code-copy><pre class="code" tabindex="0" role="group" aria-label="a &#x26; b"><code><span class="line">x</span></code></pre></figure>',
    );
  });

  test('without a title is no figure', async () => {
    expect(await html('', 'x')).toBe(
      '<div class="code-block"><code-copy></code-copy><pre class="code" tabindex="0" role="group" aria-label="Code"><code><span class="line">x</span></code></pre></div>',
    );
  });

  test.each([
    ['ts', 'TypeScript'],
    ['python', 'Python'],
    ['rust,ignore', 'Rust'],
  ])('in %s says that it is %s, beside the code', async (info, name) => {
    expect(await html(info, 'x')).toContain(
      `<span class="code-language">${name}</span><code-copy></code-copy><pre`,
    );
  });

  test.each(['', 'text', 'nonsense'])('in %j names no language', async (info) => {
    expect(await html(info, 'x')).not.toContain('code-language');
  });

  test('that wraps does not scroll, and so is no stop for the keyboard', async () => {
    expect(await html('text wrap title="x"', 'x')).toContain('<pre class="code code-wrapped"><code>');
  });

  test('has numbers for its lines, which are no text', async () => {
    expect(await html('text lines', 'a', 'b')).toContain(
      '<pre class="code code-numbered" tabindex="0" role="group" aria-label="Code"><code><span class="line" data-line="1">a</span>\n<span class="line" data-line="2">b</span></code>',
    );
    expect(await html('text lines=999', 'a', 'b')).toContain('class="code code-numbered code-numbered-wide"');
  });

  test.each<[string, string, readonly string[], readonly string[]]>([
    ['marks', 'js {1,3}', ['a', 'b', 'c'], ['line-marked||a', '||b', 'line-marked||c']],
    [
      'counts lines to mark from 1, whatever number they show,',
      'js {2} lines=8',
      ['a', 'b'],
      ['|8|a', 'line-marked|9|b'],
    ],
    ['highlights', 'js', ['a // [!code highlight]', 'b'], ['line-marked||a', '||b']],
    ['adds', 'python', ['a # [!code ++]'], ['line-added||a']],
    ['removes', 'js', ['a; // [!code --]'], ['line-removed||a;']],
    ['focuses', 'html', ['<p> <!-- [!code focus] -->'], ['line-focused||&#x3C;p>']],
    [
      'keeps the rest of a comment beside a notation in',
      'js',
      ['a // why [!code ++]'],
      ['line-added||a // why'],
    ],
    ['looks for no comment behind plain text:', 'text', ['a // [!code ++]'], ['||a // [!code ++]']],
    [
      'looks in plain text for comments that are lines of their own:',
      'text',
      ['# [!code highlight]', 'a', 'b'],
      ['line-marked||a', '||b'],
    ],
    ['reads a notation in capitals in', 'js', ['a // [!CODE ++]'], ['line-added||a']],
    ['reads several for', 'js', ['// [!code ++:2]', 'a', 'b'], ['line-added||a', 'line-added||b']],
    [
      'gives a removed line no number among',
      'js lines=5',
      ['a', 'b // [!code --]', 'c // [!code ++]'],
      ['|5|a', 'line-removed||b', 'line-added|6|c'],
    ],
    [
      'counts lines that have only a notation among those to mark:',
      'js {2,4}',
      ['// [!code ++]', 'a', 'b', 'c'],
      ['line-marked line-added||a', '||b', 'line-marked||c'],
    ],
    ['leaves other notations in', 'js', ['a // [!code nonsense]'], ['||a // [!code nonsense]']],
    ['ignores what is wrong in', 'js {9} titel="x"', ['a'], ['||a']],
  ])('%s lines: %s', async (_does, info, lines, expected) => {
    expect(await linesOf(info, ...lines)).toEqual(expected);
  });
});
