/** An address that an article has left. Both are below the base: `old-name/`. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}
