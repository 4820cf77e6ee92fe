import type { KeyPath } from './keyPath';

/** What the way to a place in the tree has decided about it. */
export interface Frame {
  readonly path: KeyPath;
  readonly additionalData: string;
  /** Whether the file's rule matched on the way here. */
  readonly isMatched: boolean;
}

/** A node that was passed on the way to a path, or stands there. */
export interface Step {
  readonly node: unknown;
  readonly frame: Frame;
}

/** The nodes from the root of the first document down to a path, as far as it exists. One use only. */
export class Trail {
  /** By depth: the root is the first. */
  readonly steps: Step[] = [];

  constructor(readonly path: KeyPath) {}

  pass(node: unknown, frame: Frame) {
    const { length } = frame.path;
    const isOnTheWay =
      length === this.steps.length &&
      (length === 0 || frame.path[length - 1] === this.path[length - 1]) &&
      frame.path.every((step, index) => step === this.path[index]);
    if (isOnTheWay) this.steps.push({ node, frame });
  }
}
