import { MessageChannel, type MessagePort, receiveMessageOnPort, type Worker } from 'node:worker_threads';
import { readArticle } from '../markdown/read-article.ts';
import type { Article } from '../series/article.ts';
import type { ArticleName } from '../series/article-name.ts';
import { takeThreads } from './reading-workers.ts';
import { TOOLCHAIN } from './toolchain.ts';

/** An article as it is on disk. */
export interface ArticleFile {
  readonly name: ArticleName;
  readonly bytes: Uint8Array;
}

/** What a thread works on, together with the others. */
export interface ReadingTask {
  readonly files: readonly ArticleFile[];
  /** A thread that runs other code takes nothing. */
  readonly code: string | undefined;
  /** At `NEXT` the first file that no thread has taken, at `READ` how many are on their way back. */
  readonly counts: Int32Array;
  readonly port: MessagePort;
}

export const NEXT = 0;
export const READ = 1;

/** An article that was read, and which of the files it is. */
export type ReadFile = readonly [number, Article];

/** How long nothing may come from another thread: after that its articles are read here, too. */
const PATIENCE = 5000;

/** Reads articles, in their order, with all processors where there are many of them. */
export function readInThreads(files: readonly ArticleFile[]): Article[] {
  const counts = new Int32Array(new SharedArrayBuffer(8));
  const ports = takeThreads(files.length).map((thread) => handOver(files, counts, thread));
  const articles = new Map<number, Article>(readNext(files, counts));
  const receive = () => {
    const seen = Atomics.load(counts, READ);
    for (const [index, article] of ports.flatMap(received)) articles.set(index, article);
    return seen;
  };
  for (let seen = receive(); articles.size < files.length; seen = receive()) {
    if (Atomics.wait(counts, READ, seen, PATIENCE) === 'timed-out') break;
  }
  for (const port of ports) port.close();
  return files.map(({ name, bytes }, index) => articles.get(index) ?? readArticle(name, bytes));
}

/** Takes files and reads them, until all are taken. */
export function* readNext(files: readonly ArticleFile[], counts: Int32Array): Generator<ReadFile> {
  for (let index = take(counts); index < files.length; index = take(counts)) {
    const file = files[index];
    if (file) yield [index, readArticle(file.name, file.bytes)];
  }
}

function take(counts: Int32Array): number {
  return Atomics.add(counts, NEXT, 1);
}

function handOver(files: readonly ArticleFile[], counts: Int32Array, thread: Worker): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const task: ReadingTask = { files, code: TOOLCHAIN, counts, port: port2 };
  thread.postMessage(task, [port2]);
  return port1;
}

function received(port: MessagePort): ReadFile[] {
  const read: ReadFile[] = [];
  for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port))
    read.push(next.message as ReadFile);
  return read;
}
