import type { KeyOpener } from './KeyOpener';
import { Obstacle } from './Obstacle';
import type { KeyGroup, KeyStanza } from './recipients';

/** Stands in for a program that may not be run. */
export class SwitchedOffKeyOpener implements KeyOpener {
  readonly #program: string;
  readonly #opens: (stanza: KeyStanza) => boolean;

  constructor(program: string, opens: (stanza: KeyStanza) => boolean) {
    this.#program = program;
    this.#opens = opens;
  }

  async open(group: KeyGroup): Promise<Obstacle | undefined> {
    if (!group.stanzas.some(this.#opens)) return undefined;
    return new Obstacle('NO_AGE_RECIPIENT', {
      what: `it has keys that only ${this.#program} opens, and ${
        this.#program
      } is switched off here.`,
      remedy: 'Add an age recipient to .sops.yaml and run `sops updatekeys`.',
    });
  }
}
