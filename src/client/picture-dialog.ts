/** How far a picture can be enlarged beyond what fits the screen. */
const CLOSEST = 8;

/**
 * Opens a picture large, to be moved about and enlarged by mouse, touch and keys. It is one for the
 * page, and holds the dialog; without scripts the links lead to the originals.
 */
class PictureDialog extends HTMLElement {
  readonly #image = new Image();
  #scale = 1;
  #place: Point = [0, 0];
  readonly #pointers = new Map<number, Point>();

  connectedCallback(): void {
    const dialog = this.querySelector('dialog');
    if (!dialog) return;
    const image = this.#image;
    // A browser would take the picture itself for what the mouse drags.
    image.draggable = false;
    document.addEventListener('click', (event) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.picture') : null;
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      if (!image.isConnected) dialog.prepend(image);
      image.src = link.href;
      image.alt = link.querySelector('img')?.alt ?? '';
      this.#move(0);
      dialog.showModal();
    });
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog) dialog.close();
    });
    dialog.addEventListener('keydown', (event) => {
      const move = KEYS[event.key];
      if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const [zoom, ...to] = move;
      this.#move(zoom, [0, 0], to);
    });
    dialog.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        this.#move(Math.exp(-event.deltaY / 300), this.#pointOf(event));
      },
      { passive: false },
    );
    image.addEventListener('dblclick', (event) => {
      this.#move(this.#scale > 1 ? 0 : 2.5, this.#pointOf(event));
    });
    this.#followPointers(dialog);
  }

  /** One finger moves, two enlarge; a stroke down on a picture that fits closes it. */
  #followPointers(dialog: HTMLDialogElement): void {
    const image = this.#image;
    const pointers = this.#pointers;
    let start = 0;
    image.addEventListener('pointerdown', (event) => {
      // Two fingers make no stroke, whichever of them is lifted last.
      start = pointers.size > 0 ? NaN : event.clientY;
      pointers.set(event.pointerId, this.#pointOf(event));
      image.setPointerCapture(event.pointerId);
    });
    image.addEventListener('pointermove', (event) => {
      if (!pointers.has(event.pointerId)) return;
      const before = [...pointers.values()];
      pointers.set(event.pointerId, this.#pointOf(event));
      const after = [...pointers.values()];
      this.#move(spread(after) / spread(before), middle(before), middle(after));
    });
    const end = (event: PointerEvent): void => {
      pointers.delete(event.pointerId);
      const isStroke = event.type === 'pointerup' && this.#scale === 1 && event.clientY - start > 80;
      if (isStroke) dialog.close();
    };
    image.addEventListener('pointerup', end);
    image.addEventListener('pointercancel', end);
  }

  /** Where an event is, seen from the middle of the picture as it was before it was moved. */
  #pointOf({ clientX, clientY }: MouseEvent): Point {
    const { x, y, width, height } = this.#image.getBoundingClientRect();
    return [clientX - x - width / 2 + this.#place[0], clientY - y - height / 2 + this.#place[1]];
  }

  /** Enlarges the picture, and brings what was at one point to another, as far as the picture reaches. */
  #move(zoom: number, from: Point = [0, 0], to: Point = from): void {
    const { style, clientWidth, clientHeight } = this.#image;
    const scale = Math.min(CLOSEST, Math.max(1, this.#scale * zoom));
    const along = (axis: 0 | 1, side: number): number => {
      const reach = (side * (scale - 1)) / 2;
      const place = to[axis] - ((from[axis] - this.#place[axis]) * scale) / this.#scale;
      return Math.min(reach, Math.max(-reach, place));
    };
    this.#place = [along(0, clientWidth), along(1, clientHeight)];
    this.#scale = scale;
    style.transform = `translate(${this.#place[0]}px, ${this.#place[1]}px) scale(${scale})`;
  }
}

/** In CSS pixels. */
type Point = readonly [x: number, y: number];

const KEYS: Readonly<Record<string, readonly [zoom: number, x: number, y: number]>> = {
  '+': [1.25, 0, 0],
  '=': [1.25, 0, 0],
  '-': [0.8, 0, 0],
  '0': [0, 0, 0],
  ArrowLeft: [1, 60, 0],
  ArrowRight: [1, -60, 0],
  ArrowUp: [1, 0, 60],
  ArrowDown: [1, 0, -60],
};

/** How far two fingers are apart; one finger enlarges nothing. */
function spread([one, other]: readonly Point[]): number {
  return one && other ? Math.max(1, Math.hypot(one[0] - other[0], one[1] - other[1])) : 1;
}

function middle([one = [0, 0], other = one]: readonly Point[]): Point {
  return [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
}

customElements.define('picture-dialog', PictureDialog);
