import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  changeSopsFile,
  openSopsFile,
  type ChangeSopsFileOptions,
  type SopsFile,
} from '..';
import {
  exampleData,
  exampleIdentities,
  exampleText,
} from '../__fixtures__/example';

export const broker = ['gitlabTokens', 'broker', 'token'];

export const brokerOf = ({ data }: SopsFile) =>
  (data as typeof exampleData).gitlabTokens.broker.token;

export const change = (
  file: SopsFile,
  to = 'new',
  options?: ChangeSopsFileOptions,
) => changeSopsFile(file, { set: broker, to }, options);

/** The example in a directory of its own, anew for every test of the file that makes one of these at its top. */
export class ExampleFile {
  root = '';

  constructor() {
    beforeEach(() => {
      this.root = mkdtempSync(join(tmpdir(), 'sops-change-'));
      mkdirSync(this.directory);
      writeFileSync(this.path, exampleText);
    });
    afterEach(() => {
      chmodSync(this.directory, 0o700);
      rmSync(this.root, { recursive: true });
    });
  }

  get directory() {
    return join(this.root, 'sops');
  }

  get path() {
    return join(this.directory, 'dev.enc.yaml');
  }

  open(name = 'dev.enc.yaml') {
    const { directory } = this;
    return openSopsFile(name, { directory, identities: exampleIdentities() });
  }
}
