/** The browser's clipboard, which there is not in tests. */
export class FakeClipboard {
  /** What was copied, oldest first. */
  readonly copied: string[] = [];

  /** The browser has it from now on. */
  plugIn() {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => this.copied.push(text) },
      configurable: true,
    });
  }

  /** The browser has none, as outside of HTTPS. */
  static unplug() {
    Object.defineProperty(navigator, 'clipboard', {
      value: undefined,
      configurable: true,
    });
  }
}
