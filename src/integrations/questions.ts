import { openLandmark } from '../markdown/open-landmarks.ts';
import type { Landmark, Surroundings } from '../markdown/surroundings.ts';

/** What a rendering wanted to know of its surroundings. */
export type Asked = {
  readonly [Ask in keyof Surroundings]: { readonly ask: Ask; readonly of: Parameters<Surroundings[Ask]> };
}[keyof Surroundings];

/** With all open in the answer that is filled in later. */
export type Question = Asked & { readonly answer: string };

/** What surroundings answer just now. */
export function answerTo({ addressOf, absoluteAddressOf, at }: Surroundings, { ask, of }: Asked): unknown {
  switch (ask) {
    case 'addressOf':
      return addressOf(...of);
    case 'absoluteAddressOf':
      return absoluteAddressOf(...of);
    case 'at':
      return at(...of);
  }
}

/** The answer as a rendering gets it, with all open that is filled in later. */
export function openAnswer(surroundings: Surroundings, { ask, of }: Asked): string {
  const answer = ask === 'at' ? openAt(surroundings, ...of) : answerTo(surroundings, { ask, of } as Asked);
  return written(answer);
}

/** Surroundings that write down what they are asked, and leave open what is filled in later. */
export function listening(surroundings: Surroundings, asked: Question[]): Surroundings {
  const { addressOf, absoluteAddressOf } = surroundings;
  return {
    addressOf: (...of) => {
      const answer = addressOf(...of);
      asked.push({ ask: 'addressOf', of, answer: written(answer) });
      return answer;
    },
    absoluteAddressOf: (...of) => {
      const answer = absoluteAddressOf(...of);
      asked.push({ ask: 'absoluteAddressOf', of, answer: written(answer) });
      return answer;
    },
    at: (...of) => {
      const answer = openAt(surroundings, ...of);
      if (answer?.kind !== 'article') asked.push({ ask: 'at', of, answer: written(answer) });
      return answer;
    },
  };
}

function openAt({ at }: Surroundings, address: string): Landmark | undefined {
  const landmark = at(address);
  return landmark && openLandmark(address, landmark);
}

function written(answer: unknown): string {
  return JSON.stringify(answer) ?? '';
}
