import type { SocialCard } from './card.ts';
import type { Cut } from './faces.ts';
import { fit, type FittedText, type Room } from './fitting.ts';
import { remembered } from './remembered.ts';
import { typeset } from './shaping.ts';

export const CARD_SIZE = { width: 1200, height: 630 } as const;
export const MARGIN = 80;
/** Where the title may stand, from top to bottom. */
export const TITLE_BAND = { top: 152, bottom: 468 } as const;

const WIDTH = CARD_SIZE.width - 2 * MARGIN;
const GAP = 22;
const TITLE: Room = { width: WIDTH, height: TITLE_BAND.bottom - TITLE_BAND.top, sizes: [100, 46] };

/** Texts that many cards have, as the site's title, are set once. After so many all are forgotten, which changes no card. */
const MOST = 500;
const fitted = new Map<string, Promise<FittedText>>();

/** Everything on a card, set to fit, with where its baselines are. */
export interface CardLayout {
  readonly card: SocialCard;
  readonly site: FittedText;
  readonly title: FittedText;
  readonly label: FittedText;
  readonly remark: FittedText;
  /** The distance of the remark from the start of the line. */
  readonly remarkStart: number;
}

export async function layOut(card: SocialCard): Promise<CardLayout> {
  const { language, direction } = card;
  const set = (text: string, cut: Cut, room: Room) => {
    if (fitted.size >= MOST) fitted.clear();
    return remembered(fitted, JSON.stringify([text, cut, direction, language, room]), async () =>
      fit(await typeset(text, cut, direction), language, room),
    );
  };
  const title = await set(card.title, 'title', TITLE);
  const label = await set(card.label, 'strong', { width: WIDTH / 2, height: 60, sizes: [30, 20] });
  const labelWidth = Math.max(0, ...label.lines.map((line) => line.width * label.size));
  const remarkStart = labelWidth > 0 ? labelWidth + GAP : 0;
  const remark = { width: WIDTH - remarkStart, height: 84, sizes: [30, 20] } as const;
  return {
    card,
    site: await set(card.site, 'small', { width: WIDTH - 68, height: 52, sizes: [30, 20] }),
    title: title.lines.length > 0 ? title : await set(card.site, 'title', TITLE),
    label,
    remark: await set(card.remark, 'small', remark),
    remarkStart,
  };
}
