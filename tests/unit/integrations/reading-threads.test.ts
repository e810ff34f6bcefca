import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { TOOLCHAIN } from '../../../src/integrations/toolchain.ts';
import {
  type ArticleFile,
  type ReadingTask,
  readInThreads,
} from '../../../src/integrations/reading-threads.ts';
import { readArticle } from '../../../src/markdown/read-article.ts';
import { parseArticleName } from '../../../src/series/article-name.ts';

function articleFile(file: string, text: string): ArticleFile {
  const name = parseArticleName(`articles/${file}`);
  if (!name) throw new Error(`${file} is no article.`);
  return { name, bytes: new TextEncoder().encode(text) };
}

const fromSource = ({ name, bytes }: ArticleFile) => readArticle(name, bytes);

describe('in threads', () => {
  const many = Array.from({ length: 402 }, (_, index) => articleFile(`a${index}.md`, `# Part ${index}\n`));

  test('many articles are the same as in one, in their order', () => {
    expect(readInThreads(many)).toStrictEqual(many.map(fromSource));
  });

  test.each([
    ['reads what no other has taken', TOOLCHAIN, [400, 401]],
    ['of other code reads nothing', 'other code', []],
  ])('a thread %s', async (_what, code, expected) => {
    const { port1, port2 } = new MessageChannel();
    const counts = new Int32Array(new SharedArrayBuffer(8));
    counts[0] = 400;
    const script = new URL('../../../src/integrations/reading-thread.ts', import.meta.url);
    const task: ReadingTask = { files: many, code, counts, port: port2 };
    const thread = new Worker(script);
    thread.postMessage(task, [port2]);
    await new Promise((done, fail) => thread.on('exit', done).on('error', fail));
    const received = many.flatMap(() => receiveMessageOnPort(port1) ?? []);
    expect(received.map(({ message }): unknown => message)).toStrictEqual(
      expected.map((index) => [index, ...many.slice(index, index + 1).map(fromSource)]),
    );
    expect(counts[1]).toBe(expected.length);
  });
});
