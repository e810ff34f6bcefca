/**
 * What a page tells the worker: the addresses of itself and of all that it loaded before there was a
 * worker, to be kept; or `forget`, to keep nothing any more.
 */
export type WorkerMessage = readonly string[] | 'forget';
