import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import type { Finisher, Prepared } from './finisher.ts';

/** What the process that makes the pages tells the one that finishes them. */
type Message = {
  readonly [Call in keyof Finisher]: { readonly call: Call; readonly args: Parameters<Finisher[Call]> };
}[keyof Finisher];

/** Tells the process that has started this one; that one finishes the site after this one has ended. */
export function remoteFinisher(): Finisher {
  const tell = (message: Message) => process.send?.(message);
  const ask = async (message: Message): Promise<unknown> => {
    tell(message);
    const [answer] = (await once(process, 'message')) as [unknown];
    return answer;
  };
  // Pages that nobody finishes are of no use.
  const onDisconnect = () => process.exit(1);
  process.once('disconnect', onDisconnect);
  return {
    prepare: async (place) => (await ask({ call: 'prepare', args: [place] })) as Prepared,
    articles: async () => void (await ask({ call: 'articles', args: [] })),
    pictures: async () => void (await ask({ call: 'pictures', args: [] })),
    begin: (facts) => tell({ call: 'begin', args: [facts] }),
    markdown: (slug, text) => tell({ call: 'markdown', args: [slug, text] }),
    page: (slug, html) => tell({ call: 'page', args: [slug, html] }),
    finishedPage: (slug, made) => tell({ call: 'finishedPage', args: [slug, made] }),
    end: async (...args) => {
      process.off('disconnect', onDisconnect);
      await new Promise((resolve) => process.send?.({ call: 'end', args }, resolve));
      process.disconnect();
    },
  };
}

/**
 * Does for a process that makes pages what it tells. Gives the exit code of the build once it has ended and the
 * site is finished; throws what goes wrong here.
 */
export async function finishFor(child: ChildProcess, finisher: Finisher): Promise<number> {
  // Not its exit, which can be known before all that it has told is heard.
  const close = once(child, 'close') as Promise<[code: number | null, signal: string | null]>;
  // Where it has ended meanwhile, that is told by its end.
  const answer = (what: Prepared | 'made') => child.send(what, () => undefined);
  let ended: Promise<void> | undefined;
  const heard = async (message: Message) => {
    if (message.call === 'prepare') answer(await finisher.prepare(...message.args));
    else if (message.call === 'articles' || message.call === 'pictures') {
      await finisher[message.call]();
      answer('made');
    } else if (message.call === 'begin') finisher.begin(...message.args);
    else if (message.call === 'markdown') finisher.markdown(...message.args);
    else if (message.call === 'page') finisher.page(...message.args);
    else if (message.call === 'finishedPage') finisher.finishedPage(...message.args);
    else await (ended = finisher.end(...message.args));
  };
  const failure = new Promise<never>((_, reject) => {
    child.on('message', (message: Message) => void heard(message).catch(reject));
  });
  try {
    const [code, signal] = await Promise.race([close, failure]);
    await ended;
    if (ended) return 0;
    if (code === null) throw new Error(`What makes the pages was ended by ${signal}. Nothing was published.`);
    // Whoever ends before all pages are written has failed, whatever it says.
    return code || 1;
  } catch (error) {
    child.kill();
    await close.catch(() => undefined);
    throw error;
  }
}
