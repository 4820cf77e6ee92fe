import { InputError } from '@backstage/errors';
import { anEnvironment } from '../__testUtils__/builders';
import { checkDeliveryTargets } from './checkDeliveryTargets';

const environment = anEnvironment();
const withVault = anEnvironment({
  name: 'qa',
  rotation: {
    ...environment.rotation,
    deliver: [{ target: 'sops-file' }, { target: 'vault' }],
  },
});

describe('checkDeliveryTargets', () => {
  it('accepts the targets that are registered', () => {
    expect(() =>
      checkDeliveryTargets([environment, withVault], ['sops-file', 'vault']),
    ).not.toThrow();
  });

  it('refuses others, with the key and the targets that there are', () => {
    const check = () =>
      checkDeliveryTargets([environment, withVault], ['sops-file', 'reveal']);
    expect(check).toThrow(InputError);
    expect(check).toThrow(
      /:\n- gitlabTokens\.environments\.qa\.rotation\.deliver\.1\.target: found "vault"; allowed is one of sops-file, reveal$/,
    );
  });
});
