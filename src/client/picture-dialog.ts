/** How far a picture can be enlarged beyond what fits the screen. */
const CLOSEST = 8;

/**
 * Opens a picture large, to be moved about and enlarged by mouse, touch and keys. It is one for the
 * page, and holds the dialog; without scripts the links lead to the originals.
 */
class PictureDialog extends HTMLElement {
  #scale = 1;
  #x = 0;
  #y = 0;
  readonly #pointers = new Map<number, PointerEvent>();

  connectedCallback(): void {
    const dialog = this.querySelector('dialog');
    if (!dialog) return;
    const image = new Image();
    document.addEventListener('click', (event) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.picture') : null;
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      if (!image.isConnected) dialog.prepend(image);
      image.src = link.href;
      image.alt = link.querySelector('img')?.alt ?? '';
      this.#show(image, 1, [0, 0]);
      dialog.showModal();
    });
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog) dialog.close();
    });
    dialog.addEventListener('keydown', (event) => {
      const move = KEYS[event.key];
      if (!move) return;
      event.preventDefault();
      const [zoom, x, y] = move;
      this.#show(image, this.#scale * zoom, [this.#x + x, this.#y + y]);
    });
    dialog.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        this.#show(image, this.#scale * Math.exp(-event.deltaY / 300), [this.#x, this.#y]);
      },
      { passive: false },
    );
    image.addEventListener('dblclick', () => {
      this.#show(image, this.#scale > 1 ? 1 : 2.5, [0, 0]);
    });
    this.#followPointers(image, dialog);
  }

  /** One finger moves, two enlarge; a stroke down on a picture that fits closes it. */
  #followPointers(image: HTMLImageElement, dialog: HTMLDialogElement): void {
    let start = 0;
    image.addEventListener('pointerdown', (event) => {
      if (this.#pointers.size === 0) start = event.clientY;
      this.#pointers.set(event.pointerId, event);
      image.setPointerCapture(event.pointerId);
    });
    image.addEventListener('pointermove', (event) => {
      const before = this.#pointers.get(event.pointerId);
      if (!before) return;
      const other = [...this.#pointers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
      const zoom = other ? distance(event, other) / Math.max(1, distance(before, other)) : 1;
      this.#pointers.set(event.pointerId, event);
      if (this.#scale > 1 || other) {
        this.#show(image, this.#scale * zoom, [
          this.#x + event.clientX - before.clientX,
          this.#y + event.clientY - before.clientY,
        ]);
      }
    });
    const end = (event: PointerEvent): void => {
      const isStroke = this.#pointers.size === 1 && this.#scale === 1 && event.clientY - start > 80;
      this.#pointers.delete(event.pointerId);
      if (isStroke) dialog.close();
    };
    image.addEventListener('pointerup', end);
    image.addEventListener('pointercancel', end);
  }

  #show(image: HTMLImageElement, scale: number, [x, y]: readonly [number, number]): void {
    this.#scale = Math.min(CLOSEST, Math.max(1, scale));
    const reach = [image.clientWidth, image.clientHeight].map((side) => (side * (this.#scale - 1)) / 2);
    const within = (value: number, limit = 0) => Math.min(limit, Math.max(-limit, value));
    this.#x = within(x, reach[0]);
    this.#y = within(y, reach[1]);
    image.style.transform = `translate(${this.#x}px, ${this.#y}px) scale(${this.#scale})`;
  }
}

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

function distance(one: PointerEvent, other: PointerEvent): number {
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}

customElements.define('picture-dialog', PictureDialog);
