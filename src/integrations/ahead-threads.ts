import { availableParallelism } from 'node:os';

/** More would take more memory than a small machine has. */
const MOST_THREADS = 3;

/** In bytes of articles: with less for it to do, a thread takes longer to load and to warm up than it saves. */
const WORTH_A_THREAD = 1_500_000;

/** How many threads read and render so many bytes of articles, this one among them. */
export function threadsFor(bytes: number): number {
  return Math.min(availableParallelism(), MOST_THREADS, 1 + Math.floor(bytes / WORTH_A_THREAD));
}
