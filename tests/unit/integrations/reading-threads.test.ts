import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { type ArticleFile, readInThreads } from '../../../src/integrations/reading-threads.ts';
import { readArticle } from '../../../src/markdown/read-article.ts';
import { parseArticleName } from '../../../src/series/article-name.ts';

function articleFile(file: string, text: string): ArticleFile {
  const name = parseArticleName(`articles/${file}`);
  if (!name) throw new Error(`${file} is no article.`);
  return { name, bytes: new TextEncoder().encode(text) };
}

const fromSource = ({ name, bytes }: ArticleFile) => readArticle(name, bytes);

describe('in threads', () => {
  const many = Array.from({ length: 150 }, (_, index) => articleFile(`a${index}.md`, `# Part ${index}\n`));

  test('many articles are the same as in one, in their order', () => {
    expect(readInThreads(many)).toStrictEqual(many.map(fromSource));
  });

  test('a thread reads what no other has taken', async () => {
    const { port1, port2 } = new MessageChannel();
    const counts = new Int32Array(new SharedArrayBuffer(8));
    counts[0] = 148;
    const script = new URL('../../../src/integrations/reading-thread.ts', import.meta.url);
    const workerData = { files: many, counts, port: port2 };
    const thread = new Worker(script, { workerData, transferList: [port2] });
    await new Promise((done, fail) => thread.on('exit', done).on('error', fail));
    const received = [receiveMessageOnPort(port1), receiveMessageOnPort(port1), receiveMessageOnPort(port1)];
    const [last, end] = many.slice(148).map(fromSource);
    expect(received.map((one): unknown => one?.message)).toStrictEqual([[148, last], [149, end], undefined]);
    expect(counts[1]).toBe(2);
  });
});
