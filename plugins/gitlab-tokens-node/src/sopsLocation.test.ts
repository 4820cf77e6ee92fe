import { ConfigReader } from '@backstage/config';
import { resolve } from 'path';
import { readCurrentSopsLocation, resolveSopsDirectory } from './sopsLocation';

const REPOSITORY = resolve(__dirname, '../../..');

describe('resolveSopsDirectory', () => {
  it('takes a relative directory from the root of the repository, wherever the process runs in it', () => {
    expect(resolveSopsDirectory('./sops', __dirname)).toBe(
      `${REPOSITORY}/sops`,
    );
  });

  it('takes it from the working directory outside of a repository, and an absolute one as it is', () => {
    expect(resolveSopsDirectory('sops', '/')).toBe('/sops');
    expect(resolveSopsDirectory('/etc/sops', __dirname)).toBe('/etc/sops');
  });
});

describe('readCurrentSopsLocation', () => {
  it('names the file of the environment that the portal runs as', () => {
    const gitlabTokens = {
      environment: 'qa',
      sops: { directory: '/sops' },
      environments: {
        dev: { file: 'dev.enc.yaml' },
        qa: { file: 'qa.enc.yaml' },
      },
    };
    expect(readCurrentSopsLocation(new ConfigReader({ gitlabTokens }))).toEqual(
      { directory: '/sops', file: 'qa.enc.yaml' },
    );
    expect(readCurrentSopsLocation(new ConfigReader({}))).toBeUndefined();
  });
});
