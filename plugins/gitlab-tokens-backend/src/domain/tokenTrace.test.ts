import { traceOfToken } from './tokenTrace';

const file = (host: string) => ({
  host,
  webUrl: `https://${host}`,
  digest: 'digest-1',
  tokenInClear: false,
  hasBroker: true,
});

const known = {
  environments: [
    { name: 'local' },
    { name: 'dev' },
    { name: 'qa', host: 'gitlab.example.com' },
    { name: 'prod', host: 'gitlab.com' },
  ],
  inspections: [
    { environment: 'local', file: null },
    { environment: 'dev', file: file('gitlab.example.com') },
    { environment: 'qa', file: null },
    { environment: 'prod', file: file('gitlab.com') },
  ],
};

describe('the trace of a token', () => {
  it('goes through all environments on its host, by the numbers of its family', () => {
    expect(traceOfToken('dev.group.10.42', known)).toEqual({
      environments: ['dev', 'qa'],
      isDeployToken: false,
      tokenId: 42,
    });
    expect(traceOfToken('qa.project-deploy.21.5', known)).toEqual({
      environments: ['qa', 'dev'],
      isDeployToken: true,
      tokenId: 5,
    });
    expect(traceOfToken('prod.personal.7.42', known)?.environments).toEqual([
      'prod',
    ]);
  });

  it('stays in its environment where the host of that is not known', () => {
    expect(traceOfToken('local.personal.7.1', known)?.environments).toEqual([
      'local',
    ]);
    expect(traceOfToken('gone.personal.7.1', known)?.environments).toEqual([
      'gone',
    ]);
  });

  it('is not there for what is no reference', () => {
    expect(traceOfToken('dev.group.42', known)).toBeUndefined();
  });
});
